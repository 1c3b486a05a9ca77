package org.sipprovisioning.start;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Ends the server's process if the application cannot start and {@code provisioning.exit-on-failed-start} is true.
 *
 * <p>The setting is read here, as the data source reads its own: an invalid setting is one of the reasons for a failed start, and the data
 * source does not have the class of the settings everywhere.
 */
public final class FailedStart {
    static final String SETTING = "provisioning.exit-on-failed-start";

    private static final String OWN = "org.sipprovisioning.";
    private static final int MAX_CAUSES = 20;
    private static final int MAX_REASON = 1000;

    private FailedStart() {}

    /** Runs a step of the start. If it fails, reports the failure and throws it. */
    public static void guard(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            report(e);
            throw e;
        }
    }

    /** Ends the process if the setting says so: then the caller waits for the end. */
    public static void report(Throwable failure) {
        if (isWanted(name -> System.getProperty(name, System.getenv(environmentName(name))))) {
            end(failure);
        }
    }

    /** Ends the process, whatever the setting says. The caller waits for the end. */
    public static void end(Throwable failure) {
        ProcessEnd.begin("The provisioning server cannot start, and ends this process: " + reason(failure));
    }

    static boolean isWanted(UnaryOperator<String> source) {
        return Optional.ofNullable(source.apply(SETTING))
                .filter(value -> "true".equalsIgnoreCase(value.strip()))
                .isPresent();
    }

    private static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Returns the first message of this application, on one line. A library's message may contain a secret. If there are only such, returns
     * what the last cause is.
     */
    static String reason(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
        String reason = causes.stream()
                .filter(FailedStart::hasOwnMessage)
                .findFirst()
                .map(Throwable::getMessage)
                .orElseGet(() -> type(causes.get(causes.size() - 1)));
        String line = reason.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + " …" : line;
    }

    private static boolean hasOwnMessage(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure.getMessage() != null
                && frames.length > 0
                && frames[0].getClassName().startsWith(OWN);
    }

    private static String type(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql
                ? name + ", SQLState " + sql.getSQLState() + ", error " + sql.getErrorCode()
                : name;
    }
}
