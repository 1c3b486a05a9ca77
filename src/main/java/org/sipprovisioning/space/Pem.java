package org.sipprovisioning.space;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which binary things stand between lines that name them (RFC 7468). */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile(
            "\\s*-----BEGIN (?<label>[A-Z0-9 ]+)-----\\s(?<base64>[A-Za-z0-9+/=\\s]*)-----END \\k<label>-----\\s*");

    private Pem() {}

    /**
     * What the blocks hold, of which there is at least one.
     *
     * @param label of all blocks: where a private key is pasted, it must not be kept
     * @throws IllegalArgumentException if there is anything else in the text
     */
    static List<byte[]> read(String label, String text) {
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        int at = 0;
        do {
            if (!block.region(at, text.length()).lookingAt()
                    || !block.group("label").equals(label)) {
                throw new IllegalArgumentException("must be PEM, -----BEGIN %s-----".formatted(label));
            }
            blocks.add(Base64.getMimeDecoder().decode(block.group("base64")));
            at = block.end();
        } while (at < text.length());
        return blocks;
    }
}
