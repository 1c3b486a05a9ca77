package org.sipprovisioning.space;

import java.util.Locale;
import java.util.regex.Pattern;

/** A host by RFC 3261 §25.1 ({@code hostname}, {@code IPv4address} or {@code IPv6reference}), in lower case: hosts are compared so. */
public final class HostName {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*\\.?");
    private static final Pattern IPV6_REFERENCE = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final int MAX_LENGTH = 253;

    private HostName() {}

    /** @throws IllegalArgumentException with the reason */
    public static String parse(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        boolean valid =
                NAME.matcher(host).matches() || IPV6_REFERENCE.matcher(host).matches();
        if (!valid || host.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must be a host name or an IP address");
        }
        return host;
    }
}
