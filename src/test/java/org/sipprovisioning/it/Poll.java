package org.sipprovisioning.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until an assertion holds. */
public final class Poll {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Poll() {}

    /** Throws what the assertion says last when the time is over. */
    public static void until(Duration limit, Runnable assertion) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
