package org.sipprovisioning.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.audit.Reason;

/**
 * A secret, stored as its hash, by which a new device gets the account that its user has on another device. Any client may request one. It
 * gives access to nothing until a user attaches it to their account; the new device then uses it, once. It expires five minutes after it
 * was issued.
 */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@Table(name = "auth_token")
public class AuthToken {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "account_id")
    private Long accountId;

    @Embedded
    private Requester requester;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected AuthToken() {}

    AuthToken(Secret secret, Requester requester) {
        this.hash = secret.hash();
        this.requester = requester;
        this.createdAt = Instant.now();
        this.expiresAt = createdAt.plus(LIFETIME);
    }

    /** Returns the account's id; null if the token is not attached. */
    Long accountId() {
        return accountId;
    }

    /** Returns why it cannot be used; empty if it can. */
    Optional<Reason> fault() {
        if (usedAt != null) {
            return Optional.of(Reason.USED_TOKEN);
        }
        if (!expiresAt.isAfter(Instant.now())) {
            return Optional.of(Reason.EXPIRED_TOKEN);
        }
        return accountId == null ? Optional.of(Reason.UNATTACHED_TOKEN) : Optional.empty();
    }

    /** Returns the client that has requested the token. A JPA provider gives null if all its columns are null. */
    Requester requester() {
        return Objects.requireNonNullElseGet(requester, Requester::unknown);
    }
}
