package org.sipprovisioning.account.linked;

import static org.sipprovisioning.request.Sent.fields;

import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.request.Fields;
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
        Fields sent = fields(json);
        ExternalAccountFields fields = new ExternalAccountFields(sent);
        ExternalAccount external = new ExternalAccount(account);
        fields.applyTo(external);
        sent.check();
        fields.password().ifPresent(external::setPassword);
        account.linkedExternal();
        return Optional.of(external);
    }
}
