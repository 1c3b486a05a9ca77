package org.sipprovisioning.settings;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a TCP or UDP port: 1 to 65535. */
public final class Port {
    /** The highest port. */
    public static final int MAX = 65_535;

    /** The reason why a text or a URL with another number is refused. */
    public static final String REASON = "must have a port from 1 to " + MAX;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    private Port() {}

    /** Reads one to five digits. Returns empty for any other text and for a number that is not a port. */
    public static Optional<Integer> find(String digits) {
        return Optional.of(digits)
                .filter(text -> DIGITS.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(Port::is);
    }

    /** Whether the port in a URL is valid. A URL without a port is valid, too: it has the port of its scheme. */
    public static boolean isValidIn(URI url) {
        return url.getPort() < 0 || is(url.getPort());
    }

    private static boolean is(int number) {
        return number >= 1 && number <= MAX;
    }
}
