package org.sipprovisioning.audit;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** An event as the API shows it. */
final class AuditEntryJson {

    private AuditEntryJson() {}

    static JsonObject from(AuditEntry event) {
        return Json.createObjectBuilder()
                .add("id", event.id())
                .add("time", event.happenedAt().toString())
                .add("event", event.event())
                .add("outcome", event.outcome())
                .add("actor", orNull(event.actor()))
                .add("account", orNull(event.account()))
                .add("space", orNull(event.space()))
                .add("address", orNull(event.address()))
                .add("user_agent", orNull(event.userAgent()))
                .add("detail", orNull(event.detail()))
                .build();
    }
}
