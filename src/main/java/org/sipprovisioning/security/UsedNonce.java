package org.sipprovisioning.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A nonce and a count that have authenticated a request, and must not do so again. */
@Entity
@Table(name = "used_nonce")
@SuppressWarnings("unused") // Some columns are read by queries only
public class UsedNonce {
    /** A node whose clock is late accepts the nonce for longer. */
    private static final Duration KEPT_ON = Duration.ofMinutes(5);

    @Id
    @Column(name = "nonce_and_count")
    private String nonceAndCount;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected UsedNonce() {}

    UsedNonce(Nonce nonce, long count) {
        this.nonceAndCount = nonce.id() + ' ' + count;
        this.expiresAt = nonce.expiresAt().plus(KEPT_ON);
    }

    String nonceAndCount() {
        return nonceAndCount;
    }
}
