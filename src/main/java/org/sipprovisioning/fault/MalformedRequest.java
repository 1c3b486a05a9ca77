package org.sipprovisioning.fault;

/** Input that cannot be read at all: a body that is not a JSON object, or an invalid query parameter or header. */
public final class MalformedRequest extends Fault {

    public MalformedRequest(String message) {
        super(message);
    }
}
