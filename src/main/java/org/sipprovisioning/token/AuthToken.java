package org.sipprovisioning.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.sipprovisioning.account.Secret;

/**
 * A short-lived secret, as its hash, by which a device gets an account that its user is logged in to on another one. Made for whoever
 * asks, it is good for nothing until a user attaches it to their account; then it is used once, by the device that has it.
 */
@SuppressWarnings("unused") // Queries read what no Java does
@Entity
@Table(name = "auth_token")
public class AuthToken {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected AuthToken() {}

    AuthToken(Secret secret) {
        this.hash = secret.hash();
        this.createdAt = Instant.now();
        this.expiresAt = createdAt.plus(LIFETIME);
    }

    /** Null until it is attached. */
    Long accountId() {
        return accountId;
    }
}
