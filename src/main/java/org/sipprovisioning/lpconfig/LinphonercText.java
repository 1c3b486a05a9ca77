package org.sipprovisioning.lpconfig;

import java.nio.charset.StandardCharsets;

/** The admission of a file: what XML 1.0 cannot carry is refused wherever it stands, in comments too. */
final class LinphonercText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private LinphonercText() {}

    /** The UTF-8 of a text, admitted. */
    static byte[] admit(String text) {
        int lone = loneSurrogate(text);
        if (lone < 0) {
            return admit(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] before = admit(text.substring(0, lone).getBytes(StandardCharsets.UTF_8));
        throw LinphonercFault.at(before.length, before, "half of a surrogate pair");
    }

    /** The same bytes, admitted. */
    static byte[] admit(byte[] text) {
        int valid = Utf8.validLength(text);
        for (int i = 0; i < valid; i++) {
            refuseForbidden(text, i);
        }
        if (valid < text.length) {
            throw LinphonercFault.at(valid, text, "not UTF-8");
        }
        return text;
    }

    static boolean hasByteOrderMark(byte[] text) {
        return text.length >= 3
                && text[0] == BYTE_ORDER_MARK[0]
                && text[1] == BYTE_ORDER_MARK[1]
                && text[2] == BYTE_ORDER_MARK[2];
    }

    private static void refuseForbidden(byte[] text, int i) {
        byte b = text[i];
        if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
            throw LinphonercFault.at(i, text, String.format("control character U+%04X", (int) b));
        }
        // EF BF BE and EF BF BF; the other characters that begin so, U+FFC0 to U+FFFD, are fine.
        if (b == (byte) 0xEF && text[i + 1] == (byte) 0xBF && (text[i + 2] & 0xFF) >= 0xBE) {
            throw LinphonercFault.at(i, text, String.format("noncharacter U+FF%02X", (text[i + 2] & 0xFF) + 0x40));
        }
    }

    private static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
