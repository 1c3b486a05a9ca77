package org.sipprovisioning.security;

import java.time.Duration;
import java.time.Instant;

/**
 * A nonce that we have given out.
 *
 * @param id what it is known by
 * @param spaceId of the space whose accounts it is for
 */
record Nonce(String id, Instant issuedAt, long spaceId) {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    /** The clocks of two nodes are never quite the same. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    boolean isFresh(Instant now) {
        return now.isBefore(expiresAt()) && !now.isBefore(issuedAt.minus(CLOCK_SKEW));
    }

    Instant expiresAt() {
        return issuedAt.plus(LIFETIME);
    }
}
