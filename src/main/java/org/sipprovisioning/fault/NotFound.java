package org.sipprovisioning.fault;

/** The object does not exist, or the caller may not see it. The message is the same, so that the caller cannot tell which. */
public final class NotFound extends Fault {

    public NotFound() {
        super("Not found.");
    }
}
