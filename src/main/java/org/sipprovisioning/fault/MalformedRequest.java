package org.sipprovisioning.fault;

/** Input that cannot be read at all: no JSON object, or a query parameter that makes no sense. */
public final class MalformedRequest extends Fault {

    public MalformedRequest(String message) {
        super(message);
    }
}
