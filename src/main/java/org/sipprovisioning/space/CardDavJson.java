package org.sipprovisioning.space;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The JSON form of a CardDAV server in the API. */
final class CardDavJson {

    private CardDavJson() {}

    static JsonObject from(CardDavServer server) {
        return Json.createObjectBuilder()
                .add("id", server.id())
                .add("uri", server.uri())
                .add("port", server.port().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
                .add("enabled", server.isEnabled())
                .add("use_exact_match_policy", server.matchesExactly())
                .add("min_characters", server.minCharacters())
                .add("results_limit", server.resultsLimit())
                .add("timeout", server.timeoutSeconds())
                .add("delay", server.delayMillis())
                .add("fields_for_user_input", orNull(server.fieldsForUserInput()))
                .add("fields_for_domain", orNull(server.fieldsForDomain()))
                .build();
    }
}
