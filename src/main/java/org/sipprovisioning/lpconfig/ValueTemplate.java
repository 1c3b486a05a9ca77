package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of an entry in which <code>${name}</code> stands for a text that is known later, and <code>$${</code> for <code>${</code>
 * itself. The value is read once, from left to right: a text that was filled in is not read again.
 */
final class ValueTemplate {
    private static final String OPEN = "${";
    private static final char ESCAPE = '$';
    private static final char CLOSE = '}';

    /** A template with its argument. */
    private record Reference(TemplateName name, String argument) {}

    /** @param text the text before the reference */
    private record Part(String text, Reference reference) {}

    private final List<Part> parts = new ArrayList<>();
    private String tail = "";

    private ValueTemplate() {}

    /** @throws IllegalArgumentException if a template is unknown or has no closing brace; the message lists the known ones */
    static ValueTemplate parse(String value) {
        ValueTemplate template = new ValueTemplate();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = value.indexOf(OPEN); open >= 0; open = value.indexOf(OPEN, at)) {
            if (open > at && value.charAt(open - 1) == ESCAPE) {
                text.append(value, at, open - 1).append(OPEN);
                at = open + OPEN.length();
            } else {
                int close = value.indexOf(CLOSE, open);
                String before = text.append(value, at, open).toString();
                template.parts.add(new Part(before, reference(value, open + OPEN.length(), close)));
                text.setLength(0);
                at = close + 1;
            }
        }
        template.tail = text.append(value, at, value.length()).toString();
        return template;
    }

    /** Whether the value has no templates. */
    boolean isPlain() {
        return parts.isEmpty();
    }

    boolean asksFor(TemplateName name) {
        return parts.stream().anyMatch(part -> part.reference.name == name);
    }

    /** Returns the value with its templates filled in; empty if one of them has no value. */
    Optional<String> fill(TemplateValues values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            Optional<String> value = values.find(part.reference.name, part.reference.argument);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(part.text).append(value.get());
        }
        return Optional.of(filled.append(tail).toString());
    }

    private static Reference reference(String value, int from, int to) {
        String whole = to < 0 ? "" : value.substring(from, to);
        return TemplateName.find(whole)
                .map(name -> new Reference(name, name.argumentOf(whole)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "has a template that is none of " + TemplateName.known() + "; $${ stands for ${ itself"));
    }
}
