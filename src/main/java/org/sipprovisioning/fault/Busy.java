package org.sipprovisioning.fault;

/** The server does not do more of this at the same time. A later try may succeed. */
public final class Busy extends Fault {

    public Busy(String message) {
        super(message);
    }
}
