package org.sipprovisioning.lint;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The text cannot be served, or a phone cannot use it. */
    ERROR,
    /** A phone does something else than the author has probably intended. */
    WARNING,
    /** The text works, and there is a clearer way to write it. */
    HINT;

    /** Returns the severity as the API writes it, in lower case. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
