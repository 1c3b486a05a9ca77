package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.settings.HostName;

/**
 * Reads the header {@code From} as liblinphone sends it: the SIP URI of the default account, with or without angle brackets, parameters
 * and percent-encoding.
 */
final class FromHeader {
    /** The user part may have nearly any character (RFC 3261 §25.1) except {@code @}. {@link HostName} checks the host. */
    private static final Pattern URI = Pattern.compile(
            "sips?:[^@<>\\s]+@(?<host>\\[[^]]*]|[^:;?<>@\\s]+)(?::[0-9]{1,5})?(?:[;?][^<>\\s]*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<(?<uri>[^<>]*)>[^<>]*");

    private FromHeader() {}

    /** Returns the domain of the identity; empty if the header is missing or invalid. */
    static Optional<String> domain(String header) {
        String text = header == null ? "" : header.strip();
        Matcher bracketed = IN_BRACKETS.matcher(text);
        String uri = bracketed.matches() ? bracketed.group("uri").strip() : text;
        return host(uri).or(() -> decoded(uri).flatMap(FromHeader::host));
    }

    private static Optional<String> host(String uri) {
        Matcher matcher = URI.matcher(uri);
        return matcher.matches() ? decoded(matcher.group("host")).flatMap(HostName::find) : Optional.empty();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
