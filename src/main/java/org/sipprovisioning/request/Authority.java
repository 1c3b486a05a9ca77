package org.sipprovisioning.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.settings.Port;

/**
 * The {@code host[:port]} that a request is for (RFC 9110 §7.2).
 *
 * @param host in lower case; an IPv6 address in its brackets, a name without the dot that may end it
 * @param port -1 if there is no port
 */
public record Authority(String host, int port) {
    /** Allows more than {@code HostName}: names with underscores, which operators use, and IPv6 literals in any spelling. */
    private static final Pattern FORM = Pattern.compile(
            "(?<host>\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_-][A-Za-z0-9._-]{0,253})(?::(?<port>[0-9]{1,5}))?");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

    /** Returns empty if the text is null or not {@code host[:port]}. */
    public static Optional<Authority> find(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group("host").toLowerCase(Locale.ROOT).replaceFirst("(?<=[^.])\\.$", "");
        if (matcher.group("port") == null) {
            return Optional.of(new Authority(host, -1));
        }
        return Port.find(matcher.group("port")).map(port -> new Authority(host, port));
    }

    /** Whether the host is {@code localhost} or a loopback address. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }
}
