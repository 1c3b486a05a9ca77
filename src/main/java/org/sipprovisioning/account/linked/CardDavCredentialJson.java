package org.sipprovisioning.account.linked;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The JSON of a credential for a CardDAV server in the API. It does not hold the ha1. */
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
