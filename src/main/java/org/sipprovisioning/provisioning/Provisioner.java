package org.sipprovisioning.provisioning;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.token.ProvisioningTokens;

/**
 * Provisions an account. All or nothing: using the token up, activating the account, resetting the password and rendering the document
 * are one transaction; what fails has not happened.
 */
@Stateless
@PermitAll
public class Provisioner {
    @Resource
    SessionContext context;

    @Inject
    ProvisioningTokens tokens;

    @Inject
    Accounts accounts;

    @Inject
    Documents documents;

    @Inject
    Origins origins;

    /** @throws NotFound if the token is not good (any more) */
    public byte[] byToken(String token, boolean resetPassword) {
        Account account = tokens.consume(token);
        account.setActivated(true);
        return document(account, resetPassword, true);
    }

    /** For the caller, any number of times; activates nothing. */
    @RolesAllowed("user")
    public byte[] forCaller(boolean resetPassword) {
        return document(requireServedCaller(), resetPassword, false);
    }

    /** @throws Forbidden where the caller, though known, gets nothing */
    @RolesAllowed("user")
    public Account requireServedCaller() {
        return accounts.find(context.getCallerPrincipal())
                .filter(Account::isServed)
                .orElseThrow(() -> new Forbidden("The account is blocked, or its space has expired."));
    }

    private byte[] document(Account account, boolean resetPassword, boolean singleUse) {
        if (resetPassword) {
            account.resetPassword();
        }
        return documents.account(account, accounts.externalOf(account), origins.of(account.space()), singleUse);
    }
}
