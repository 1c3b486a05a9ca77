package org.sipprovisioning.provisioning;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountLife;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.OwnAccount;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.token.AuthTokens;
import org.sipprovisioning.token.ProvisioningTokens;

/**
 * Provisions an account. All or nothing: using the token up, activating the account, resetting the password and rendering the document
 * are one transaction; what fails has not happened.
 */
@Stateless
@PermitAll
public class Provisioner {
    @Inject
    ProvisioningTokens tokens;

    @Inject
    AuthTokens authTokens;

    @Inject
    OwnAccount own;

    @Inject
    AccountLife life;

    @Inject
    Accounts accounts;

    @Inject
    Documents documents;

    @Inject
    Origins origins;

    /** @throws NotFound if the token is not good (any more) */
    public byte[] byToken(String token, boolean resetPassword) {
        return forHolder(tokens.consume(token), resetPassword);
    }

    /** @throws NotFound if the token is not good (any more), or not attached to an account */
    public byte[] byAuthToken(String token, boolean resetPassword) {
        return forHolder(authTokens.consume(token), resetPassword);
    }

    /** For the caller, any number of times; activates nothing. */
    @RolesAllowed("user")
    public byte[] forCaller(boolean resetPassword) {
        return document(own.get(), resetPassword, false);
    }

    private byte[] forHolder(Account account, boolean resetPassword) {
        byte[] document = document(account, resetPassword, true);
        account.setActivated(true);
        return document;
    }

    private byte[] document(Account account, boolean resetPassword, boolean singleUse) {
        if (resetPassword) {
            life.resetPassword(account);
        }
        return documents.account(account, accounts.externalOf(account), origins.of(account.space()), singleUse);
    }
}
