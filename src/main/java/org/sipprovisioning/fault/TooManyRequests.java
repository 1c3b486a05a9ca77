package org.sipprovisioning.fault;

import java.time.Duration;

/** The caller, or another client at the same address, has done this too often. */
public final class TooManyRequests extends Fault {
    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("Too many requests.");
        this.retryAfter = retryAfter;
    }

    /** Returns how long the caller has to wait. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
