package org.sipprovisioning.provisioning.hooks;

import java.util.concurrent.atomic.AtomicInteger;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.LpConfig;

/** Code of the operator that completes a document. After four calls that took too long, the hook is off: it is not called any more. */
abstract sealed class Hook permits JavaHook, StyleSheet {
    private static final int PATIENCE = 4;

    private final String name;
    private final AtomicInteger abandoned = new AtomicInteger();

    Hook(String name) {
        this.name = name;
    }

    /** Returns the name for the operator: the hook's file, its class, or both. */
    final String name() {
        return name;
    }

    final boolean isOff() {
        return abandoned.get() >= PATIENCE;
    }

    /**
     * Counts a call that took too long.
     *
     * @return whether this call turns the hook off
     */
    final boolean abandon() {
        return abandoned.incrementAndGet() == PATIENCE;
    }

    /**
     * Completes a document.
     *
     * @param document a copy, which the hook may change
     * @return the completed document, which may be the copy
     */
    abstract LpConfig apply(LpConfig document, Context context) throws Exception;
}
