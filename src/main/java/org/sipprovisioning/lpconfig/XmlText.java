package org.sipprovisioning.lpconfig;

/** Checks the characters of names and values: XML 1.0 and a linphonerc must carry them unchanged. */
final class XmlText {

    private XmlText() {}

    /** @throws UnrenderableDocument if a name or a value has a character that may not stand there */
    static void check(LpConfig config) {
        config.sections().forEach(XmlText::check);
    }

    private static void check(Section section) {
        if (!isName(section.name())) {
            throw refusal("section name", section, "");
        }
        for (Entry entry : section.entries()) {
            if (!isName(entry.name())) {
                throw refusal("key", section, entry.name());
            }
            if (!isText(entry.value())) {
                throw refusal("value", section, entry.name());
            }
        }
    }

    private static UnrenderableDocument refusal(String what, Section section, String key) {
        String place = "[" + shown(section.name()) + "] " + shown(key);
        return new UnrenderableDocument("A forbidden character in a " + what + ": " + place);
    }

    /** Whether the text may be a name. Not a tab either: JAXB runtimes write it raw into the attribute, and a reader sees a space. */
    private static boolean isName(String text) {
        return text.indexOf('\t') < 0 && isText(text);
    }

    /** Whether the text may be a value. */
    static boolean isText(String text) {
        // No stream: this runs for each string of each document.
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (!isAllowed(c)) {
                return false;
            }
            i += Character.charCount(c) - 1;
        }
        return true;
    }

    /** Whether it is a Char of XML 1.0 §2.2 other than CR and LF, which liblinphone would write raw into the linphonerc. */
    private static boolean isAllowed(int c) {
        return c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    /** Returns the name for a message: a forbidden character is replaced by its code point, in hex. */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (isAllowed(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04X", c));
            }
        });
        return shown.toString();
    }
}
