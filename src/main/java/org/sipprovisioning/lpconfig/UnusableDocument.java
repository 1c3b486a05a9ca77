package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** An account's document that a phone would apply in part only. Tells section and key, never a value. */
public final class UnusableDocument extends Fault {

    public UnusableDocument(String message) {
        super(message);
    }
}
