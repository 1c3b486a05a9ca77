package org.sipprovisioning.request;

import java.util.Optional;

/** Checks the characters of a string that is to be stored: XML 1.0 and a linphonerc must carry them unchanged. */
final class Text {

    private Text() {}

    /**
     * Returns the reason why the string may not be stored; empty if it may. Forbidden are a control character (a line break in a value
     * would be written raw into the phone's linphonerc), a character that XML 1.0 forbids, and half of a surrogate pair.
     */
    static Optional<String> fault(String text) {
        return text.codePoints()
                .filter(Text::isForbidden)
                .mapToObj(c -> "must not contain the character U+%04X".formatted(c))
                .findFirst();
    }

    private static boolean isForbidden(int c) {
        return c < 0x20 || c == 0x7F || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c <= 0xDFFF;
    }
}
