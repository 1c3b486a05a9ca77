package org.sipprovisioning.fault;

/** The body did not arrive within its time. */
public final class TooSlow extends Fault {

    public TooSlow() {
        super("The body did not arrive in time.");
    }
}
