package org.sipprovisioning.rest;

import java.sql.SQLException;

/**
 * A copy of a failure for the log, with its class names and its stack traces. It has the messages of this application only: those of
 * libraries and of the database quote what they could not read or store, which is a part of a request.
 */
final class LoggedFailure extends Exception {
    private static final long serialVersionUID = 1;
    private static final String OWN = "org.sipprovisioning.";
    private static final int MAX_CAUSES = 20;

    private LoggedFailure(String text, LoggedFailure cause) {
        super(text, cause, false, true);
    }

    static LoggedFailure of(Throwable failure) {
        return of(failure, MAX_CAUSES);
    }

    /** @param causes the number of causes that are copied, because the causes of a failure may form a circle */
    private static LoggedFailure of(Throwable failure, int causes) {
        Throwable cause = failure.getCause();
        LoggedFailure copied = cause == null || causes == 0 ? null : of(cause, causes - 1);
        LoggedFailure copy = new LoggedFailure(text(failure), copied);
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static String text(Throwable failure) {
        String type = failure.getClass().getName();
        if (failure instanceof SQLException sql) {
            return type + ": SQLState " + sql.getSQLState() + ", error " + sql.getErrorCode();
        }
        return isOwn(failure) && failure.getMessage() != null ? type + ": " + failure.getMessage() : type;
    }

    private static boolean isOwn(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(OWN);
    }

    /** Returns the text without the name of this class, so that the log shows the failure itself. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // The name of this class is not to stand before the message
    public String toString() {
        return getMessage();
    }
}
