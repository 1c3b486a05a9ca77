package org.sipprovisioning.security;

import java.time.Duration;
import java.time.Instant;

/**
 * A nonce that a node of this installation has issued.
 *
 * @param id its random part, in base64url
 * @param spaceId the id of the space whose accounts may use it
 */
record Nonce(String id, Instant issuedAt, long spaceId) {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    /** The clocks of two nodes are never exactly the same. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    boolean isFresh(Instant now) {
        return now.isBefore(expiresAt()) && !now.isBefore(issuedAt.minus(CLOCK_SKEW));
    }

    Instant expiresAt() {
        return issuedAt.plus(LIFETIME);
    }
}
