package org.sipprovisioning.security.apikey;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** The JSON form of a key. It has no secret: only the answer that creates a key adds it. */
final class KeyJson {
    private KeyJson() {}

    static JsonObjectBuilder from(ApiKey key) {
        return Json.createObjectBuilder()
                .add("id", key.id())
                .add("name", key.name())
                .add("ips", Json.createArrayBuilder(key.ips()))
                .add("account", key.account().address().uri())
                .add("kind", key.kind().text())
                .add("created_at", key.createdAt().toString())
                .add("last_used_at", orNull(key.lastUsedAt().map(Object::toString)));
    }
}
