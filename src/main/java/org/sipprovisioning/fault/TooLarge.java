package org.sipprovisioning.fault;

/** A body over the limit of its route. */
public final class TooLarge extends Fault {

    public TooLarge(long limitInBytes) {
        super("The body is larger than " + limitInBytes + " bytes.");
    }
}
