package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** The fault of an account's document of which a phone would apply only a part. The message has section and key, and no value. */
public final class UnusableDocument extends Fault {

    public UnusableDocument(String message) {
        super(message);
    }
}
