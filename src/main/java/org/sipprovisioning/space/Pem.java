package org.sipprovisioning.space;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM: binary data in base64, between a BEGIN and an END line with a label (RFC 7468). */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile(
            "\\s*-----BEGIN (?<label>[A-Z0-9 ]+)-----\\s(?<base64>[A-Za-z0-9+/=\\s]*)-----END \\k<label>-----\\s*");

    private Pem() {}

    /**
     * Returns the binary data of each block. There is at least one.
     *
     * @param label the label of all blocks: a private key that was pasted by mistake must not be stored
     * @throws IllegalArgumentException if the text has anything else than blocks with this label
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
