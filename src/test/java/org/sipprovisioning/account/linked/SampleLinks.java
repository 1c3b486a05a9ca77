package org.sipprovisioning.account.linked;

import static org.sipprovisioning.request.Sent.fields;

import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.space.CardDavServer;

/** Makes external accounts and CardDAV credentials as the API does. */
public final class SampleLinks {
    private SampleLinks() {}

    public static CardDavCredential cardDav(Account account, CardDavServer server, String json) {
        CardDavCredential credential = new CardDavCredential(account, server);
        new CardDavCredentialFields(fields(json)).applyTo(credential);
        return credential;
    }

    public static Optional<ExternalAccount> external(Account account, String json) {
        ExternalAccount external = new ExternalAccount(account);
        new ExternalAccountFields(fields(json)).applyTo(external);
        account.linkedExternal();
        return Optional.of(external);
    }
}
