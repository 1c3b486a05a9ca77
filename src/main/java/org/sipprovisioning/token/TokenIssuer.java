package org.sipprovisioning.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountService;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.request.Fields;

/** Issues provisioning tokens to admins, for the accounts that they manage, and to users, for their own account. */
@Stateless
public class TokenIssuer {
    /** An account and its token, which is shown once. */
    public record Ticket(Account account, ProvisioningToken.Issued token) {}

    @Inject
    AccountService accounts;

    @Inject
    OwnAccountService own;

    @Inject
    ProvisioningTokens tokens;

    /** Creates an account and issues its first token. */
    @RolesAllowed("admin")
    public Ticket create(Fields sent) {
        return ticket(accounts.create(sent));
    }

    /** Issues a new token for an account, which replaces the former one. */
    @RolesAllowed("admin")
    public Ticket issue(long accountId) {
        return ticket(accounts.get(accountId));
    }

    /** Issues a new token for the caller's account, which replaces the former one. */
    @RolesAllowed("user")
    public Ticket issueToCaller() {
        return ticket(own.get());
    }

    private Ticket ticket(Account account) {
        return new Ticket(account, tokens.issue(account));
    }
}
