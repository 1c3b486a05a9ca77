package org.sipprovisioning.request;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Writes optional values into JSON. */
public final class OptionalJson {
    private OptionalJson() {}

    /** Returns the text as a JSON string, or JSON's null if there is none. */
    public static JsonValue orNull(Optional<String> text) {
        return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
