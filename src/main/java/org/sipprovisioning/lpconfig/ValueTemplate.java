package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of an entry, in which <code>${name}</code> stands for something that is known later, and <code>$${</code> for <code>${</code>
 * itself. Read from left to right, once: what is filled in is not read again.
 */
final class ValueTemplate {
    private static final String OPEN = "${";
    private static final char ESCAPE = '$';
    private static final char CLOSE = '}';

    /** What a template stands for. */
    private record Reference(TemplateName name, String argument) {}

    /** @param text before the reference */
    private record Part(String text, Reference reference) {}

    private final List<Part> parts = new ArrayList<>();
    private String tail = "";

    private ValueTemplate() {}

    /** @throws IllegalArgumentException for a name that is not known, or that does not end; says which ones are */
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

    /** Whether nothing in it is filled in. */
    boolean isPlain() {
        return parts.isEmpty();
    }

    boolean asksFor(TemplateName name) {
        return parts.stream().anyMatch(part -> part.reference.name == name);
    }

    /** Empty where something that it asks for is not there. */
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
