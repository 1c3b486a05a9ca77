package org.sipprovisioning.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The end of this process with status 1 and a last line. It begins at most once. */
final class ProcessEnd {
    /** A system property that says that the end has begun: on Open Liberty this class is loaded twice. */
    private static final String BEGUN = "org.sipprovisioning.start.failed";

    private static final int STATUS = 1;

    /** Payara needs 1 to 3 s. The others wait for the start that has failed, WildFly for ever. */
    private static final long PATIENCE_SECONDS = 10;

    private ProcessEnd() {}

    /**
     * Writes the line, lets the server shut down, and keeps the caller meanwhile: otherwise the server would log the failed deployment,
     * hundreds of lines, after the line. Does nothing if the process is ending already, because a start that is interrupted fails too.
     */
    static void begin(String line) {
        if (System.getProperty(BEGUN) == null && isEnding()) {
            return;
        }
        if (System.getProperties().putIfAbsent(BEGUN, "true") == null) {
            write(line);
            thread("provisioning-exit", () -> System.exit(STATUS)).start();
            thread("provisioning-halt", ProcessEnd::haltLater).start();
        }
        // Longer than the halt waits: woken at the same moment, the caller could still let the server log the failure
        pause(2 * PATIENCE_SECONDS);
    }

    private static boolean isEnding() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Writes past the server's logging, which may write later or not at all. */
    @SuppressWarnings("EmptyCatch") // Nobody reads the console. The status says enough.
    private static void write(String line) {
        try {
            // Stays open, because the server uses the same descriptor.
            new FileOutputStream(FileDescriptor.err).write((line + System.lineSeparator()).getBytes(UTF_8));
        } catch (IOException e) {
        }
    }

    private static void haltLater() {
        pause(PATIENCE_SECONDS);
        Runtime.getRuntime().halt(STATUS);
    }

    private static void pause(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
