package org.sipprovisioning.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement of a {@link Script} for JDBC: values with placeholders are parameters, all others are part of the text. */
final class Placeholders {
    private static final Pattern PARAMETER = Pattern.compile("'([^']*\\$\\{[^']*)'|(\\$\\{[^}]*})");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-zA-Z]+)(?::?([+-]?\\d+))?}");
    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** @param quoted whether it is a string; else it is a number */
    private record Parameter(String text, boolean quoted) {}

    private final String sql;
    private final List<Parameter> parameters = new ArrayList<>();

    Placeholders(String statement) {
        sql = PARAMETER.matcher(statement).replaceAll(found -> {
            boolean quoted = found.group(1) != null;
            parameters.add(new Parameter(quoted ? found.group(1) : found.group(2), quoted));
            return "?";
        });
    }

    /** Returns the statement with question marks. */
    String sql() {
        return sql;
    }

    /** Returns the values of the question marks, each a {@code String} or a {@code Long}. */
    List<Object> values(Map<String, String> known) {
        List<Object> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String value = fill(parameter.text, known);
            values.add(parameter.quoted ? value : (Object) Long.valueOf(value));
        }
        return values;
    }

    private static String fill(String parameter, Map<String, String> known) {
        return PLACEHOLDER.matcher(parameter).replaceAll(found -> Matcher.quoteReplacement(value(found, known)));
    }

    private static String value(MatchResult found, Map<String, String> known) {
        int number = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return switch (found.group(1)) {
            case "now" -> Long.toString(System.currentTimeMillis() + number);
            case "hex" -> random(HEX, number);
            case "text" -> random(LETTERS, number);
            default -> {
                String value = known.get(found.group(1));
                if (value == null) {
                    throw new IllegalStateException("No value for " + found.group());
                }
                yield value;
            }
        };
    }

    private static String random(String characters, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(ThreadLocalRandom.current().nextInt(characters.length())));
        }
        return text.toString();
    }
}
