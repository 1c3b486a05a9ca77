package org.sipprovisioning.it;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much JSON as tests need: writes nested maps and lists, reads single fields. */
public final class Json {

    private Json() {}

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> write(field.getKey()) + ":" + write(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    /** The first field of this name, anywhere in the text: a string without its quotes, or the literal. */
    public static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":(?:\"([^\"\\\\]*)\"|([^,}\\]\"]+))")
                .matcher(json);
        if (!field.find()) {
            throw new AssertionError("No field " + name + " in " + json);
        }
        return field.group(1) != null ? field.group(1) : field.group(2);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
