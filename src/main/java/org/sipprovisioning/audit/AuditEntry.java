package org.sipprovisioning.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sipprovisioning.request.ClientText;

/** One line of the trail. It holds names instead of ids, because an account or a space may be deleted before the entry is read. */
@Entity
@Table(name = "audit_event")
public class AuditEntry {
    static final String SUCCESS = "success";
    static final String FAILURE = "failure";

    private static final int MAX_ADDRESS = 320;
    private static final int MAX_TEXT = 255;
    private static final int MAX_CLIENT = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "event")
    private String event;

    @Column(name = "outcome")
    private String outcome;

    @Column(name = "actor")
    private String actor;

    @Column(name = "account")
    private String account;

    @Column(name = "space")
    private String space;

    @Column(name = "address")
    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "detail")
    private String detail;

    @Column(name = "reason")
    private String reason;

    /** The actor, if it is another account than {@link #account}. The database computes it, so entries of earlier versions have it too. */
    @SuppressWarnings("unused") // Queries read it
    @Column(name = "other_actor", insertable = false, updatable = false)
    private String otherActor;

    protected AuditEntry() {}

    AuditEntry(AuditEvent event, Optional<String> actor, String address, String userAgent) {
        this.happenedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        this.event = event.type().text();
        this.outcome = event.refused() ? FAILURE : SUCCESS;
        this.actor = clean(actor, MAX_ADDRESS);
        this.account = clean(event.account(), MAX_ADDRESS);
        this.space = clean(event.space(), MAX_TEXT);
        this.address = clean(Optional.of(address), MAX_CLIENT);
        this.userAgent = clean(Optional.of(userAgent), MAX_TEXT);
        this.reason = event.reason().map(Reason::text).orElse(null);
        this.detail = clean(event.detail(), MAX_TEXT);
    }

    Long id() {
        return id;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    String event() {
        return event;
    }

    String outcome() {
        return outcome;
    }

    Optional<String> actor() {
        return Optional.ofNullable(actor);
    }

    Optional<String> account() {
        return Optional.ofNullable(account);
    }

    Optional<String> space() {
        return Optional.ofNullable(space);
    }

    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** Cleans the text, because clients send it. Returns null if nothing is left. */
    private static String clean(Optional<String> text, int maxLength) {
        return text.flatMap(whole -> ClientText.clean(whole, maxLength)).orElse(null);
    }
}
