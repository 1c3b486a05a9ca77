package org.sipprovisioning.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountService;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.request.Fields;

/** Gives out provisioning tokens. */
@Stateless
public class TokenIssuer {
    /** An account and the secret that provisions it, to be told once. */
    public record Ticket(Account account, ProvisioningToken.Issued token) {}

    @Inject
    AccountService accounts;

    @Inject
    OwnAccountService own;

    @Inject
    ProvisioningTokens tokens;

    /** A new account with its first token. */
    @RolesAllowed("admin")
    public Ticket create(Fields sent) {
        return ticket(accounts.create(sent));
    }

    /** A fresh token in place of the one before. */
    @RolesAllowed("admin")
    public Ticket issue(long accountId) {
        return ticket(accounts.get(accountId));
    }

    @RolesAllowed("user")
    public Ticket issueToCaller() {
        return ticket(own.get());
    }

    private Ticket ticket(Account account) {
        return new Ticket(account, tokens.issue(account));
    }
}
