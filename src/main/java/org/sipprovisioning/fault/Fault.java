package org.sipprovisioning.fault;

import jakarta.ejb.ApplicationException;

/** The root of everything that we refuse or fail at; undoes the transaction and reaches the caller unwrapped. */
@ApplicationException(rollback = true)
public abstract class Fault extends RuntimeException {

    protected Fault(String message) {
        super(message);
    }

    protected Fault(String message, Throwable cause) {
        super(message, cause);
    }
}
