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

    /** Conditions in JPQL for an entry {@code e}, which are joined by AND, and the values of their parameters by name. */
    record Conditions(List<String> texts, Map<String, Object> parameters) {
        String where() {
            return texts.isEmpty() ? "" : texts.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
        }
    }

    private static final Map<String, String> TEXTS = Map.of(
            "from", "e.happenedAt >= :from",
            "to", "e.happenedAt < :to",
            "event", "e.event = :event",
            "space", "e.space = :space",
            "account", "e.account = :account",
            "otherActor", "e.otherActor = :otherActor");

    /** Returns this filter, restricted to a space. */
    AuditFilter in(String domain) {
        return new AuditFilter(from, to, account, event, Optional.of(domain));
    }

    /** Whether there is a condition other than the space. */
    boolean isPresent() {
        return from.isPresent() || to.isPresent() || account.isPresent() || event.isPresent();
    }

    /**
     * Returns conditions of which an entry fulfils one at most. There are two for an account, because no index serves {@code account = …
     * OR actor = …}: the first one asks for what happened to it, the second one for what it did to others.
     */
    List<Conditions> parts() {
        return account.isEmpty()
                ? List.of(conditions(parameters()))
                : List.of(part("account", account.get()), part("otherActor", account.get()));
    }

    private Conditions part(String name, String uri) {
        Map<String, Object> parameters = parameters();
        parameters.put(name, uri);
        return conditions(parameters);
    }

    private static Conditions conditions(Map<String, Object> parameters) {
        return new Conditions(parameters.keySet().stream().map(TEXTS::get).toList(), parameters);
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        from.ifPresent(time -> parameters.put("from", time));
        to.ifPresent(time -> parameters.put("to", time));
        event.ifPresent(name -> parameters.put("event", name));
        space.ifPresent(domain -> parameters.put("space", domain));
        return parameters;
    }
}
