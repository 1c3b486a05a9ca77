package org.sipprovisioning.request;

import java.util.Optional;

/** Which characters a string that we keep may hold: those that XML 1.0 and a linphonerc can carry unharmed. */
final class Text {

    private Text() {}

    /** Why this string may not be stored: a control character (a line break in a value would be written raw into the phone's
     * linphonerc), a character that XML 1.0 forbids, or half of a surrogate pair. */
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
