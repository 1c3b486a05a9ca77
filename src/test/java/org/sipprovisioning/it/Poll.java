package org.sipprovisioning.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Repeats an assertion until it holds. */
public final class Poll {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Poll() {}

    /** Repeats the assertion every 50 ms. Throws its last error when the time is over. */
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
