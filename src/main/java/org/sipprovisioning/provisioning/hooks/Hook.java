package org.sipprovisioning.provisioning.hooks;

import java.util.concurrent.atomic.AtomicInteger;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.LpConfig;

/** Something of the operator's that changes a document. One that was too slow too often is off: nobody asks it any more. */
abstract sealed class Hook permits JavaHook, StyleSheet {
    private static final int PATIENCE = 4;

    private final String name;
    private final AtomicInteger abandoned = new AtomicInteger();

    Hook(String name) {
        this.name = name;
    }

    /** By which the operator knows it: its file, and its class where it has one. */
    final String name() {
        return name;
    }

    final boolean isOff() {
        return abandoned.get() >= PATIENCE;
    }

    /** @return whether this is what turns it off */
    final boolean abandon() {
        return abandoned.incrementAndGet() == PATIENCE;
    }

    /**
     * @param document its own, which it may change
     * @return what the document becomes
     */
    abstract LpConfig apply(LpConfig document, Context context) throws Exception;
}
