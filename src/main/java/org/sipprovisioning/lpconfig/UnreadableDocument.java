package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** The fault of XML that is not a {@code <config>} document. */
public final class UnreadableDocument extends Fault {

    UnreadableDocument(String message) {
        super(message);
    }

    UnreadableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
