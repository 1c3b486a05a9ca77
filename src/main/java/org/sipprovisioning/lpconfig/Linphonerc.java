package org.sipprovisioning.lpconfig;

import java.util.List;

/**
 * A linphonerc file, read exactly as liblinphone would read it. No line is a mistake to it: what it does not know, it
 * skips.
 *
 * @param config the sections and entries, none of them overwriting
 * @param warnings what the author of the file should know, each naming its line
 */
public record Linphonerc(LpConfig config, List<String> warnings) {

    public Linphonerc {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws LinphonercFault if they are not UTF-8 or hold a character that XML 1.0 forbids
     */
    public static Linphonerc parse(byte[] utf8) {
        return new LinphonercParser(LinphonercText.admit(utf8)).parse();
    }

    /**
     * Reads the text of a file.
     *
     * @throws LinphonercFault if it holds a character that XML 1.0 forbids
     */
    public static Linphonerc parse(String text) {
        return new LinphonercParser(LinphonercText.admit(text)).parse();
    }
}
