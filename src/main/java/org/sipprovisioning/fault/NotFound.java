package org.sipprovisioning.fault;

/** There is no such thing, or none that the caller may see: one message for both, so that nothing can be told apart. */
public final class NotFound extends Fault {

    public NotFound() {
        super("Not found.");
    }
}
