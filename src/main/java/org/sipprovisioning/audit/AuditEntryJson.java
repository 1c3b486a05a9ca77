package org.sipprovisioning.audit;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The JSON of an entry of the trail in the API. */
final class AuditEntryJson {

    private AuditEntryJson() {}

    static JsonObject from(AuditEntry entry) {
        return Json.createObjectBuilder()
                .add("id", entry.id())
                .add("time", entry.happenedAt().toString())
                .add("event", entry.event())
                .add("outcome", entry.outcome())
                .add("actor", orNull(entry.actor()))
                .add("account", orNull(entry.account()))
                .add("space", orNull(entry.space()))
                .add("address", orNull(entry.address()))
                .add("user_agent", orNull(entry.userAgent()))
                .add("reason", orNull(entry.reason()))
                .add("detail", orNull(entry.detail()))
                .build();
    }
}
