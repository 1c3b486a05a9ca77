package org.sipprovisioning.lpconfig;

import java.util.List;

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
        return new LinphonercParser(LinphonercText.admit(utf8)).parse();
    }

    /**
     * Reads the text of a file.
     *
     * @throws LinphonercFault if it has half of a surrogate pair or a character that XML 1.0 forbids, or if liblinphone would cut a long
     *     line within a character
     */
    public static Linphonerc parse(String text) {
        return new LinphonercParser(LinphonercText.admit(text)).parse();
    }
}
