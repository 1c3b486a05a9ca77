package org.sipprovisioning.fault;

/** The request is valid, but the present state forbids it. */
public final class Conflict extends Fault {

    public Conflict(String message) {
        super(message);
    }
}
