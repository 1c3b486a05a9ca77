package org.sipprovisioning.account.linked;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A credential for a CardDAV server as the API shows it; its ha1 never. */
final class CardDavCredentialJson {

    private CardDavCredentialJson() {}

    static JsonObject from(CardDavCredential credential) {
        return Json.createObjectBuilder()
                .add("carddav_id", credential.serverId())
                .add("username", credential.identity().username())
                .add("realm", credential.identity().realm())
                .add("algorithm", credential.algorithm().token())
                .build();
    }
}
