package org.sipprovisioning.settings;

import java.util.Locale;

/** The failure of a setting whose value is invalid. The application then does not start. */
public final class InvalidSetting extends RuntimeException {

    /** @param reason the end of the message, after the setting and its environment variable, such as "must be true or false" */
    public InvalidSetting(String name, String reason) {
        super("Setting %s (environment variable %s) %s".formatted(name, environmentVariable(name), reason));
    }

    private static String environmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
