package org.sipprovisioning.fault;

/** The caller is known, but may not do this. */
public final class Forbidden extends Fault {

    public Forbidden(String message) {
        super(message);
    }
}
