package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** A document that no phone could read, or that would inject lines into its configuration. Never tells a value. */
public final class UnrenderableDocument extends Fault {

    UnrenderableDocument(String message) {
        super(message);
    }

    UnrenderableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
