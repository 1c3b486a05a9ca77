package org.sipprovisioning.lpconfig;

import java.util.List;
import java.util.function.Consumer;

/**
 * The content of a linphonerc, the file in which liblinphone stores its configuration, read exactly as liblinphone would read it. No line
 * is an error: liblinphone skips a line that it does not understand.
 *
 * @param config the sections and entries; no entry has overwrite
 * @param warnings notes for the author of the file, each with the number of its line
 */
public record Linphonerc(LpConfig config, List<String> warnings) {

    public Linphonerc {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws LinphonercFault if they are not UTF-8, if they have a character that XML 1.0 forbids, or if liblinphone would cut a long
     *     line within a character
     */
    public static Linphonerc parse(byte[] utf8) {
        return new LinphonercParser(LinphonercText.admit(utf8), null).parse();
    }

    /**
     * Reads the text of a file.
     *
     * @throws LinphonercFault if it has half of a surrogate pair or a character that XML 1.0 forbids, or if liblinphone would cut a long
     *     line within a character
     */
    public static Linphonerc parse(String text) {
        return new LinphonercParser(LinphonercText.admit(text), null).parse();
    }

    /**
     * Reads the text of a file, and passes each line on with what liblinphone makes of it.
     *
     * @throws LinphonercFault as {@link #parse(String)}; the lines before the fault have been passed on, unless the fault is a character
     *     that XML 1.0 forbids
     */
    public static Linphonerc parse(String text, Consumer<LinphonercLine> reader) {
        return new LinphonercParser(LinphonercText.admit(text), reader).parse();
    }
}
