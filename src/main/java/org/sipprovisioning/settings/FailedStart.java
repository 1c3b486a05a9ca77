package org.sipprovisioning.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.interceptor.InvocationContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends the server's process if the application cannot start and {@code provisioning.exit-on-failed-start} is true. The beans that work
 * when the application starts have it as an interceptor: a failure of their start passes through it.
 *
 * <p>The setting is read here, and not from {@link Settings}, because an invalid setting is one of the reasons for a failed start.
 */
public class FailedStart {
    static final String SETTING = "provisioning.exit-on-failed-start";

    private final Consumer<String> exit;

    public FailedStart() {
        this(FailedStart::exit);
    }

    /** @param exit ends the process, and gets the line that says why */
    FailedStart(Consumer<String> exit) {
        this.exit = exit;
    }

    /** Runs the start of a bean. */
    @PostConstruct
    void start(InvocationContext context) {
        try {
            context.proceed();
        } catch (RuntimeException e) {
            report(e, ConfigProvider.getConfig());
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process if the setting says so. */
    void report(RuntimeException failure, Config config) {
        boolean wanted = config.getOptionalValue(SETTING, String.class)
                .filter(value -> "true".equalsIgnoreCase(value.strip()))
                .isPresent();
        if (wanted) {
            exit.accept("The provisioning server cannot start, and ends: " + reason(failure));
        }
    }

    /** Returns the first message below the containers' own exceptions, on one line. */
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && (reason instanceof EJBException || reason.getMessage() == null)) {
            reason = reason.getCause();
        }
        String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        return message.strip().replaceAll("\\s+", " ");
    }

    /**
     * Writes the line past the server's log, which may not be written any more, and ends the process with status 1. Does not run the
     * server's shutdown hooks: they would wait for this start to end.
     */
    private static void exit(String line) {
        try (FileOutputStream console = new FileOutputStream(FileDescriptor.err)) {
            console.write((line + System.lineSeparator()).getBytes(UTF_8));
        } catch (IOException e) {
            // Nobody reads the console. The status says enough.
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
