package org.sipprovisioning.fault;

import jakarta.ejb.ApplicationException;

/**
 * The root of all that can go wrong by name. A fault knows no HTTP: the REST layer and the console decide how to say
 * it.
 *
 * <p>As an application exception it reaches the caller of an EJB as it is, not wrapped, and rolls the transaction back.
 */
@ApplicationException(rollback = true)
public abstract class Fault extends RuntimeException {

    /**
     * @param message what went wrong, without any secret: it may be logged and shown
     */
    protected Fault(String message) {
        super(message);
    }

    /**
     * @param message what went wrong, without any secret: it may be logged and shown
     * @param cause what it was found by
     */
    protected Fault(String message, Throwable cause) {
        super(message, cause);
    }
}
