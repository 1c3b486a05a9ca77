package org.sipprovisioning.settings;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a TCP or UDP port: 1 to 65535. */
public final class Port {
    /** The highest port. */
    public static final int MAX = 65_535;

    /** Why a text or a URL is refused that names another number. */
    public static final String REASON = "must have a port from 1 to " + MAX;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    private Port() {}

    /** Reads one to five digits. Returns empty for any other text and for a number that is no port. */
    public static Optional<Integer> find(String digits) {
        return Optional.of(digits)
                .filter(text -> DIGITS.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(Port::is);
    }

    /** Whether a URL names a port, or none, and so the one of its scheme. */
    public static boolean isValidIn(URI url) {
        return url.getPort() < 0 || is(url.getPort());
    }

    private static boolean is(int number) {
        return number >= 1 && number <= MAX;
    }
}
