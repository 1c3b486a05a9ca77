package org.sipprovisioning.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code host[:port]} that a request is for (RFC 9110 §7.2).
 *
 * @param host in lower case, an IPv6 address in its brackets
 * @param port -1 where none is named
 */
record Authority(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(?::(?<port>[0-9]{1,5}))?");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

    static Optional<Authority> find(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String port = matcher.group("port");
        String host = matcher.group("host").toLowerCase(Locale.ROOT);
        return Optional.of(new Authority(host, port == null ? -1 : Integer.parseInt(port)));
    }

    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }
}
