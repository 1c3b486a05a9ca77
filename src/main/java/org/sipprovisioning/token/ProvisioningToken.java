package org.sipprovisioning.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.audit.Reason;

/**
 * The one provisioning token of an account, stored as its hash. A new token replaces the former one. A used token stays as a record of the
 * time of its use; a withdrawn token is deleted.
 */
@SuppressWarnings("unused") // Queries read fields that no Java code reads
@Entity
@Table(name = "provisioning_token")
public class ProvisioningToken {
    /**
     * A token as it is shown once, to the client that asked for it.
     *
     * @param expiresAt empty if the token never expires
     */
    public record Issued(Secret secret, Optional<Instant> expiresAt) {}

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Column(name = "hash")
    private String hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected ProvisioningToken() {}

    ProvisioningToken(Account account) {
        this.accountId = account.id();
    }

    long accountId() {
        return accountId;
    }

    /** Returns why it cannot be used; empty if it can. */
    Optional<Reason> fault() {
        if (usedAt != null) {
            return Optional.of(Reason.USED_TOKEN);
        }
        boolean expired = expiresAt != null && !expiresAt.isAfter(Instant.now());
        return expired ? Optional.of(Reason.EXPIRED_TOKEN) : Optional.empty();
    }

    /**
     * Replaces the secret by a new one, which is not used yet.
     *
     * @param expiry empty if the token never expires
     */
    Issued renew(Optional<Instant> expiry) {
        Secret secret = Secret.random(TokenHash.BITS);
        hash = secret.hash();
        createdAt = Instant.now();
        expiresAt = expiry.orElse(null);
        usedAt = null;
        return new Issued(secret, expiry);
    }
}
