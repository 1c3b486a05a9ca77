package org.sipprovisioning.audit;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;

/** The query parameters of {@code GET /api/audit} that say which entries are wanted. */
public class AuditQuery {
    private static final String SIP = "sip:";

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("account")
    String account;

    @QueryParam("event")
    String event;

    /** @throws InvalidInput if a time is not ISO-8601 or the type of event is unknown */
    AuditFilter filter() {
        return new AuditFilter(
                instant("from", from),
                instant("to", to),
                given(account).map(AuditQuery::uri),
                given(event).map(AuditQuery::known),
                Optional.empty());
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    private static Optional<Instant> instant(String name, String text) {
        try {
            return given(text).map(time -> OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            throw new InvalidInput(name, "must be an ISO-8601 time, such as 2030-12-31T23:59:59Z");
        }
    }

    private static String uri(String text) {
        return text.startsWith(SIP) ? text : SIP + text;
    }

    private static String known(String text) {
        List<String> events = Arrays.stream(AuditEvent.Type.values())
                .map(AuditEvent.Type::text)
                .toList();
        if (!events.contains(text)) {
            throw new InvalidInput("event", "must be one of " + events);
        }
        return text;
    }
}
