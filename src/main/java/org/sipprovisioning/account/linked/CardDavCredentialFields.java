package org.sipprovisioning.account.linked;

import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.space.DigestAlgorithm;

/** Reads what the API sends of a credential for a CardDAV server, field by field, into the entity. */
final class CardDavCredentialFields {
    private static final int MAX_TEXT = 255;

    private final Fields fields;

    CardDavCredentialFields(Fields fields) {
        this.fields = fields;
    }

    /** @throws InvalidInput naming what is wrong, or missing for a new one or a new ha1 */
    void applyTo(CardDavCredential credential) {
        DigestSecret secret = credential.secret();
        if (credential.isNew()) {
            fields.require("username", "realm");
        }
        fields.keep("username", "realm", "password");
        fields.text("username", MAX_TEXT, secret::setUsername);
        fields.text("realm", MAX_TEXT, secret::setRealm);
        fields.value("algorithm", MAX_TEXT, DigestAlgorithm::parse, secret::setAlgorithm);
        if (secret.needsPassword()) {
            fields.require("password");
        }
        Optional<String> password = fields.text("password", MAX_TEXT);
        fields.check();
        password.ifPresent(credential::setPassword);
    }
}
