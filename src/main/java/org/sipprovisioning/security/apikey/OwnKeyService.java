package org.sipprovisioning.security.apikey;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.token.AuthTokens;

/** Gives users the only key of their account. */
@Stateless
public class OwnKeyService {
    @Inject
    OwnAccountService own;

    @Inject
    AuthTokens tokens;

    @Inject
    ApiKeys keys;

    @Inject
    AuditTrail trail;

    /** Returns a new key of the caller, which replaces the former one. */
    @RolesAllowed("user")
    public Secret renew() {
        return renew(own.get());
    }

    /**
     * Uses up an auth token, and returns a new key of the account to which it is attached.
     *
     * @throws NotFound if the token is unknown, used, expired, withdrawn or not attached to an account
     */
    @PermitAll
    public Secret exchange(String authToken) {
        return renew(tokens.consume(authToken));
    }

    private Secret renew(Account account) {
        trail.note(account.undergoes(AuditEvent.Type.KEY_MADE).saying(ApiKey.Kind.USER.text()));
        return keys.renewUserKey(account);
    }
}
