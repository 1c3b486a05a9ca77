package org.sipprovisioning.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The header {@code Forwarded} (RFC 7239). */
record Forwarded(HttpServletRequest request) implements Forwarding {
    static final String NAME = "Forwarded";

    @Override
    public Optional<String> host() {
        return last("host");
    }

    @Override
    public Optional<String> scheme() {
        return last("proto");
    }

    @Override
    public List<String> way() {
        return elements().stream()
                .map(element -> parameter(element, "for").orElse(""))
                .toList();
    }

    private Optional<String> last(String parameter) {
        return Forwarding.last(elements()).flatMap(element -> parameter(element, parameter));
    }

    private List<String> elements() {
        return Forwarding.lines(request, NAME)
                .flatMap(line -> split(line, ',').stream())
                .toList();
    }

    private static Optional<String> parameter(String element, String name) {
        return split(element, ';').stream()
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equalsIgnoreCase(name))
                .map(pair -> unquoted(pair[1]))
                .findFirst();
    }

    /**
     * Splits a text at the separators that are in no quoted string. Reads it from its end, because the last element is the proxy's own: a
     * quotation mark that a client has opened before it and not closed must not change its meaning.
     */
    private static Deque<String> split(String text, char separator) {
        Deque<String> parts = new ArrayDeque<>();
        boolean quoted = false;
        int end = text.length();
        for (int i = end - 1; i >= 0; i--) {
            if (text.charAt(i) == '"' && !isEscaped(text, i)) {
                quoted = !quoted;
            } else if (text.charAt(i) == separator && !quoted) {
                parts.addFirst(text.substring(i + 1, end));
                end = i;
            }
        }
        parts.addFirst(text.substring(0, end));
        return parts;
    }

    /** Whether an odd number of backslashes precedes the character (RFC 9110 §5.6.4). */
    private static boolean isEscaped(String text, int index) {
        int first = index;
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (index - first) % 2 == 1;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
