package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** Bytes that are no {@code <config>} document. */
public final class UnreadableDocument extends Fault {

    UnreadableDocument(String message) {
        super(message);
    }

    UnreadableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
