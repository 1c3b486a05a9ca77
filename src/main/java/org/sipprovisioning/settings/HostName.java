package org.sipprovisioning.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a host by RFC 3261 §25.1: {@code hostname}, {@code IPv4address} or {@code IPv6reference}, of at most 253 characters. The result is
 * in lower case, because hosts are compared without regard to case.
 */
public final class HostName {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String TOP_LABEL = "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)*" + TOP_LABEL);
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4_ADDRESS = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6_REFERENCE = Pattern.compile("\\[[0-9a-f:.]*:[0-9a-f:.]*]");
    private static final int MAX_LENGTH = 253;

    private HostName() {}

    /**
     * Returns the host in lower case. Removes the dot at the end of a name, which has no meaning here and would make two hosts of one.
     *
     * @throws IllegalArgumentException with the reason, if the text is not a host
     */
    public static String parse(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (bare.length() > MAX_LENGTH || !isHost(lowerCase(bare))) {
            throw new IllegalArgumentException("must be a host name or an IP address");
        }
        return lowerCase(bare);
    }

    /** Returns the host in lower case as {@link #parse} does; empty if the text is not a host. */
    public static Optional<String> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHost(String text) {
        return NAME.matcher(text).matches() || IPV4_ADDRESS.matcher(text).matches() || isIpv6Reference(text);
    }

    /** Java never asks a resolver for a text in brackets. */
    private static boolean isIpv6Reference(String text) {
        try {
            return IPV6_REFERENCE.matcher(text).matches() && InetAddress.getByName(text) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
