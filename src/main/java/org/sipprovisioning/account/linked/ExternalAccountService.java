package org.sipprovisioning.account.linked;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountService;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;

/** Links an account on somebody else's service to one that the calling admin sees. */
@Stateless
@RolesAllowed("admin")
public class ExternalAccountService {
    /** What was kept, and whether there was none before. */
    public record Link(ExternalAccount external, boolean created) {}

    @Inject
    AccountService accounts;

    @Inject
    Accounts all;

    @Inject
    ExternalAccounts externals;

    @Inject
    CredentialConflicts conflicts;

    @Inject
    AuditTrail trail;

    public ExternalAccount get(long accountId) {
        return externals.of(accounts.get(accountId)).orElseThrow(NotFound::new);
    }

    /** The password is needed again for whatever its ha1 was made of. */
    public Link link(long accountId, Fields sent) {
        Account account = accounts.get(accountId);
        all.lock(account);
        Optional<ExternalAccount> former = externals.of(account);
        ExternalAccount external = former.orElseGet(() -> new ExternalAccount(account));
        new ExternalAccountFields(sent).applyTo(external);
        conflicts.refuse(external);
        account.linkedExternal();
        trail.note(account.undergoes(AuditEvent.Type.EXTERNAL_ACCOUNT_CHANGED));
        if (former.isEmpty()) {
            externals.add(external);
        }
        return new Link(external, former.isEmpty());
    }

    public void unlink(long accountId) {
        Account account = accounts.get(accountId);
        externals.remove(externals.of(account).orElseThrow(NotFound::new));
        trail.note(account.undergoes(AuditEvent.Type.EXTERNAL_ACCOUNT_REMOVED));
    }
}
