package org.sipprovisioning.account.linked;

import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.space.DigestAlgorithm;

/** Reads the fields of a credential for a CardDAV server from a request. */
final class CardDavCredentialFields {
    private static final int MAX_TEXT = 255;

    private final Fields fields;

    CardDavCredentialFields(Fields fields) {
        this.fields = fields;
    }

    /**
     * Sets the fields that are in the request, and the password last.
     *
     * @throws InvalidInput if a field is wrong, if a new credential lacks user name or realm, or if the ha1 is void and there is no
     *     password
     */
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
