package org.sipprovisioning.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Makes the JSON and the fields of a request. */
public final class Sent {
    private Sent() {}

    /** Parses JSON in which apostrophes stand for quotation marks. */
    public static JsonObject json(String json) {
        return Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
    }

    public static Fields fields(String json) {
        return new Fields(json(json));
    }
}
