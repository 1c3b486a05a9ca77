package org.sipprovisioning.fault;

/** The body exceeds the limit of its route. */
public final class TooLarge extends Fault {

    public TooLarge(long limitInBytes) {
        super("The body is larger than " + limitInBytes + " bytes.");
    }
}
