package org.sipprovisioning.provisioning;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountLife;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.account.linked.CardDavCredential;
import org.sipprovisioning.account.linked.CardDavCredentials;
import org.sipprovisioning.account.linked.ExternalAccounts;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.space.SpaceCatalog;
import org.sipprovisioning.token.AuthTokens;
import org.sipprovisioning.token.ProvisioningTokens;

/**
 * Provisions an account. Using the token up, activating the account, resetting the password and rendering the document are one
 * transaction: if a step fails, nothing has happened.
 */
@Stateless
@PermitAll
public class Provisioner {
    @Inject
    ProvisioningTokens tokens;

    @Inject
    AuthTokens authTokens;

    @Inject
    OwnAccountService own;

    @Inject
    AccountLife life;

    @Inject
    ExternalAccounts externals;

    @Inject
    SpaceCatalog spaces;

    @Inject
    CardDavCredentials cardDavs;

    @Inject
    AccountDocuments documents;

    @Inject
    Origins origins;

    /**
     * Uses a provisioning token up, activates its holder, and returns the holder's document as XML.
     *
     * @throws NotFound if the token is unknown, used, expired or withdrawn, or its holder is not served
     */
    public byte[] byToken(String token, boolean resetPassword) {
        return forHolder(tokens.consume(token), resetPassword);
    }

    /**
     * Does the same by an auth token.
     *
     * @throws NotFound as {@link #byToken}, and if the token is not attached to an account
     */
    public byte[] byAuthToken(String token, boolean resetPassword) {
        return forHolder(authTokens.consume(token), resetPassword);
    }

    /** Returns the document of the caller's account as XML, any number of times. Does not activate the account. */
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
        return documents.of(
                account, externals.of(account), cardDavsOf(account), origins.of(account.space()), singleUse);
    }

    /** Returns the account's credentials for address books; only an account of a space with address books has any. */
    private List<CardDavCredential> cardDavsOf(Account account) {
        return spaces.directories(account.space()).isEmpty() ? List.of() : cardDavs.of(account);
    }
}
