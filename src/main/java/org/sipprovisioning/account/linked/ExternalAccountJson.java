package org.sipprovisioning.account.linked;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The JSON of an external account in the API. It does not hold the ha1. */
final class ExternalAccountJson {

    private ExternalAccountJson() {}

    static JsonObject from(ExternalAccount external) {
        return Json.createObjectBuilder()
                .add("username", external.address().username())
                .add("domain", external.address().domain())
                .add("realm", orNull(external.givenRealm()))
                .add("registrar", orNull(external.registrar()))
                .add("outbound_proxy", orNull(external.outboundProxy()))
                .add("protocol", external.protocol().name())
                .add("algorithm", external.algorithm().token())
                .build();
    }
}
