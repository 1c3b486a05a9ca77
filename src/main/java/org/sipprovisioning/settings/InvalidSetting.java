package org.sipprovisioning.settings;

import java.util.Locale;

/** A setting that makes no sense; the application does not start. */
public final class InvalidSetting extends RuntimeException {

    public InvalidSetting(String name, String reason) {
        super("Setting %s (environment variable %s) %s".formatted(name, environmentVariable(name), reason));
    }

    private static String environmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
