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
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;

/** Links accounts on other SIP services to accounts that the calling admin manages. */
@Stateless
@RolesAllowed("admin")
public class ExternalAccountService {
    /** The linked external account, and whether it is a new one. */
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

    /** @throws NotFound if the caller does not manage the account, or it has no external account */
    public ExternalAccount get(long accountId) {
        return externals.of(accounts.get(accountId)).orElseThrow(NotFound::new);
    }

    /**
     * Links an external account, or changes the fields of the linked one that are in the request. Needs the password again if user name,
     * domain, realm or algorithm changes.
     *
     * @throws NotFound if the caller does not manage the account
     * @throws InvalidInput if a field is wrong or missing, or another credential of the account has the same user name and realm
     */
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

    /** @throws NotFound if the caller does not manage the account, or it has no external account */
    public void unlink(long accountId) {
        Account account = accounts.get(accountId);
        externals.remove(externals.of(account).orElseThrow(NotFound::new));
        trail.note(account.undergoes(AuditEvent.Type.EXTERNAL_ACCOUNT_REMOVED));
    }
}
