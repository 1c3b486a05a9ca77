package org.sipprovisioning.fault;

/** More at once than this server takes on: a little later it may work. */
public final class Busy extends Fault {

    public Busy(String message) {
        super(message);
    }
}
