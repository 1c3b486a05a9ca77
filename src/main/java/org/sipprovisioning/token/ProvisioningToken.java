package org.sipprovisioning.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Secret;

/**
 * The one provisioning token of an account, as its hash. Issued, it takes the former one's place; used once, it stays as a record of
 * when; withdrawn, it is gone.
 */
@SuppressWarnings("unused") // Queries read what no Java does
@Entity
@Table(name = "provisioning_token")
public class ProvisioningToken {
    /**
     * What is told once to the one who asked for a token.
     *
     * @param expiresAt absent: never
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

    /** A new secret in place of the one before. */
    Issued renew(Optional<Instant> expiry) {
        Secret secret = Secret.random(TokenHash.BITS);
        hash = secret.hash();
        createdAt = Instant.now();
        expiresAt = expiry.orElse(null);
        usedAt = null;
        return new Issued(secret, expiry);
    }
}
