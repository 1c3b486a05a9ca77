package org.sipprovisioning.fault;

/** The database has not confirmed a commit: the changes of the request may have been made, or not. */
public final class OutcomeUnknown extends Fault {

    /** @param consequence what may have happened, as the end of a sentence */
    public OutcomeUnknown(String consequence) {
        super("The database is not available, and has not confirmed this request: " + consequence);
    }
}
