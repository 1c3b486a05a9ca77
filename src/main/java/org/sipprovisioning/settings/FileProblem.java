package org.sipprovisioning.settings;

import java.util.Optional;
import java.util.logging.Logger;

/** The problem of a file or directory that the server reads again and again. Each new problem goes to the log once. */
public final class FileProblem {
    private final Logger log;
    private final String consequence;
    private volatile String text;

    /** @param consequence what the log says before the problem: what the server does because of it */
    public FileProblem(Logger log, String consequence) {
        this.log = log;
        this.consequence = consequence;
    }

    /** Returns the problem that there is now. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** Sets the problem, and logs it as an error if it is not the one that there was. */
    public void report(String found) {
        if (!found.equals(text)) {
            text = found;
            log.severe(() -> consequence + ": " + found);
        }
    }

    public void clear() {
        text = null;
    }
}
