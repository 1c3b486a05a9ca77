package org.sipprovisioning.provisioning;

import org.sipprovisioning.fault.Fault;

/** A document that a phone would drop, or take a half of. Never tells a value. */
public final class UnusableDocument extends Fault {

    UnusableDocument(String message) {
        super(message);
    }
}
