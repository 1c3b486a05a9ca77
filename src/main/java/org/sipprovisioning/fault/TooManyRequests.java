package org.sipprovisioning.fault;

import java.time.Duration;

/** The caller, or somebody at the same address, has done this too often. */
public final class TooManyRequests extends Fault {
    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("Too many requests.");
        this.retryAfter = retryAfter;
    }

    /** When it may be tried again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
