package org.sipprovisioning.lint;

import java.util.Optional;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** Recognises a text of another format: nothing of it would reach a phone. */
final class FormatCheck {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String text;
    private Optional<LinphonercLine> firstIgnored = Optional.empty();
    private boolean hasEntry;

    FormatCheck(String text) {
        this.text = text;
    }

    void check(LinphonercLine line) {
        if (line.kind() == LinphonercLine.Kind.IGNORED && firstIgnored.isEmpty()) {
            firstIgnored = Optional.of(line);
        }
        hasEntry |= line.kind() == LinphonercLine.Kind.ENTRY;
    }

    /** Returns why the text is no linphonerc; empty if it is one. Blank lines, comments and sections alone make an empty one. */
    Optional<String> reason() {
        String start = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        int first = firstCharacter(start);
        if (first == '<') {
            return Optional.of("it looks like XML or HTML");
        }
        if (first == '{') {
            return Optional.of("it looks like JSON");
        }
        return firstIgnored
                .filter(line -> !hasEntry)
                .map(line -> "no line of it sets a key, and liblinphone ignores line " + line.number());
    }

    private static int firstCharacter(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .findFirst()
                .orElse(-1);
    }
}
