package org.sipprovisioning.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The conditions for the entries to be read. An empty condition excludes no entry.
 *
 * @param from inclusive
 * @param to exclusive
 * @param account SIP URI of the account that an event happened to, or that did it
 * @param event the text of an event's type
 * @param space domain of the space that an event happened in
 */
record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> account,
        Optional<String> event,
        Optional<String> space) {

    private static final Map<String, String> CONDITIONS = Map.of(
            "from", "e.happenedAt >= :from",
            "to", "e.happenedAt < :to",
            "account", "(e.account = :account OR e.actor = :account)",
            "event", "e.event = :event",
            "space", "e.space = :space");

    /** Returns this filter, restricted to a space. */
    AuditFilter in(String domain) {
        return new AuditFilter(from, to, account, event, Optional.of(domain));
    }

    /** Returns the values for the parameters of {@link #where()}, by name. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        from.ifPresent(time -> parameters.put("from", time));
        to.ifPresent(time -> parameters.put("to", time));
        account.ifPresent(uri -> parameters.put("account", uri));
        event.ifPresent(name -> parameters.put("event", name));
        space.ifPresent(domain -> parameters.put("space", domain));
        return parameters;
    }

    /** Returns the WHERE clause in JPQL for an entry {@code e}; the empty text if there is no condition. */
    String where() {
        List<String> conditions =
                parameters().keySet().stream().map(CONDITIONS::get).toList();
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
    }
}
