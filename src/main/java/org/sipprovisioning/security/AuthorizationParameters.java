package org.sipprovisioning.security;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the parameters {@code name=value, …} of a header {@code Authorization} (RFC 9110 §11.2). Values may be quoted, and names are
 * case-insensitive.
 */
final class AuthorizationParameters {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PARAMETER = Pattern.compile(
            "(?<name>" + TOKEN + "\\*?)[ \\t]*=[ \\t]*(?:(?<token>" + TOKEN
                    + ")|\"(?<quoted>(?:[\\t \\x21\\x23-\\x5B\\x5D-\\x7E\\x80-\\uFFFF]|\\\\[\\t \\x21-\\x7E\\x80-\\uFFFF])*+)\")");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*+(?:,[ \\t]*+)++|[ \\t]*+$");

    private AuthorizationParameters() {}

    /**
     * Returns the values by lower-case name; empty if the text is not such a list, or names a parameter twice. Keeps the escapes in
     * quoted values.
     */
    static Optional<Map<String, String>> parse(String text) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        Matcher separator = SEPARATOR.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!parameter.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            String value = Optional.ofNullable(parameter.group("token")).orElse(parameter.group("quoted"));
            boolean isSecond = parameters.put(parameter.group("name").toLowerCase(Locale.ROOT), value) != null;
            if (isSecond || !separator.region(parameter.end(), text.length()).lookingAt()) {
                return Optional.empty();
            }
            at = separator.end();
        }
        return Optional.of(parameters);
    }
}
