package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.sipprovisioning.lpconfig.LpConfigXml;

/**
 * A name or a value in the encoding of a form or a query: a plus is a space, {@code %XX} a byte of UTF-8, and each other character stands
 * for itself.
 */
record FormText(String encoded) {
    private static final int HEX = 16;

    /** Returns the decoded text, with U+FFFD in place of bytes that are not UTF-8. */
    String lenient() {
        return new String(bytes(), UTF_8);
    }

    /** Returns the decoded text; empty if it is not UTF-8, or has a character that no document may hold. */
    Optional<String> forDocument() {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
            return Optional.of(text).filter(LpConfigXml::canHold);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private byte[] bytes() {
        byte[] from = encoded.getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(from.length);
        for (int i = 0; i < from.length; i++) {
            int escaped = from[i] == '%' ? escaped(from, i) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                i += 2;
            } else {
                bytes.write(from[i] == '+' ? ' ' : from[i]);
            }
        }
        return bytes.toByteArray();
    }

    /** Returns the byte that a percent sign encodes, or -1 if no two hexadecimal digits follow the sign. */
    private static int escaped(byte[] text, int percent) {
        if (percent + 2 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[percent + 1], HEX);
        int low = Character.digit(text[percent + 2], HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
