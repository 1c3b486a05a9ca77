package org.sipprovisioning.security.apikey;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.account.Roles;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;

/**
 * Manages the keys of admins. An admin makes keys for the own account and for other admins of the own space, and sees and revokes the
 * keys of the own space. A super admin does so in all spaces.
 */
@Stateless
@RolesAllowed("admin")
public class KeyService {
    /** A new key and its secret, which is shown once. */
    public record Made(ApiKey key, Secret secret) {}

    @Resource
    SessionContext context;

    @Inject
    OwnAccountService own;

    @Inject
    Accounts accounts;

    @Inject
    ApiKeys keys;

    @Inject
    AuditTrail trail;

    public List<ApiKey> list() {
        Account caller = own.get();
        return keys.ofAdmins().stream().filter(key -> isVisible(key, caller)).toList();
    }

    /** @throws InvalidInput naming the fields that are missing or wrong */
    public Made make(Fields sent) {
        KeyFields fields = new KeyFields(sent);
        sent.check();
        Account holder = fields.account().map(address -> admin(address, sent)).orElseGet(own::get);
        Secret secret = Secret.random(ApiKey.BITS);
        ApiKey key = new ApiKey(holder, secret, ApiKey.Kind.ADMIN, fields.name());
        key.restrictTo(fields.ips());
        keys.add(key);
        trail.note(event(AuditEvent.Type.KEY_MADE, key));
        return new Made(key, secret);
    }

    /** @throws NotFound if the caller sees no such key */
    public void revoke(long id) {
        ApiKey key =
                list().stream().filter(listed -> listed.id() == id).findFirst().orElseThrow(NotFound::new);
        keys.remove(key);
        trail.note(event(AuditEvent.Type.KEY_REVOKED, key));
    }

    /** Returns the account of an admin whom the caller manages. */
    private Account admin(SipAddress address, Fields sent) {
        return accounts.find(address)
                .filter(found -> context.isCallerInRole(Roles.SUPER_ADMIN) || isOfCallersSpace(found))
                .filter(found -> Roles.of(found).contains(Roles.ADMIN))
                .orElseThrow(() -> sent.refusal("account", KeyFields.NO_ADMIN));
    }

    private boolean isOfCallersSpace(Account account) {
        return account.space().id().equals(own.get().space().id());
    }

    private boolean isVisible(ApiKey key, Account caller) {
        return context.isCallerInRole(Roles.SUPER_ADMIN)
                || key.account().space().id().equals(caller.space().id());
    }

    private static AuditEvent event(AuditEvent.Type type, ApiKey key) {
        return key.account().undergoes(type).saying(key.kind().text() + " " + key.name());
    }
}
