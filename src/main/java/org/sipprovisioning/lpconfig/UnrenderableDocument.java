package org.sipprovisioning.lpconfig;

import org.sipprovisioning.fault.Fault;

/** The fault of a document that no phone could read, or that would inject lines into the phone's linphonerc. The message has no value. */
public final class UnrenderableDocument extends Fault {

    UnrenderableDocument(String message) {
        super(message);
    }

    UnrenderableDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
