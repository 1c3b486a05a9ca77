package org.sipprovisioning.fault;

import jakarta.ejb.ApplicationException;

/** The root of all that the application refuses or fails at. A fault rolls back the transaction, and reaches the caller unwrapped. */
@ApplicationException(rollback = true)
public abstract class Fault extends RuntimeException {

    protected Fault(String message) {
        super(message);
    }

    protected Fault(String message, Throwable cause) {
        super(message, cause);
    }
}
