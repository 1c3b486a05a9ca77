package org.sipprovisioning.lpconfig;

/** Which strings may stand in a document. */
final class XmlText {

    private XmlText() {}

    /** Refuses a document with a character that no phone can be told, before anything of it is written. */
    static void check(LpConfig config) {
        config.sections().forEach(XmlText::check);
    }

    private static void check(Section section) {
        if (!isSafe(section.name())) {
            throw new UnrenderableDocument(
                    "The section name " + quoted(section.name()) + " holds a forbidden character");
        }
        for (Entry entry : section.entries()) {
            if (!isSafe(entry.name()) || !isSafe(entry.value())) {
                throw new UnrenderableDocument("The " + (isSafe(entry.name()) ? "value" : "name") + " of "
                        + quoted(entry.name()) + " in section " + quoted(section.name())
                        + " holds a forbidden character");
            }
        }
    }

    /** Char of XML 1.0 §2.2, less CR and LF, which liblinphone would write raw into its configuration file. */
    static boolean isSafe(String text) {
        return text.codePoints().allMatch(XmlText::isSafe);
    }

    private static boolean isSafe(int c) {
        return c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    /** Fit for a log: a forbidden character is shown by its number. */
    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        name.codePoints().forEach(c -> {
            if (isSafe(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\u%04X", c));
            }
        });
        return quoted.append('"').toString();
    }
}
