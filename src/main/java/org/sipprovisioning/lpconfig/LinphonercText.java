package org.sipprovisioning.lpconfig;

import java.nio.charset.StandardCharsets;

/** Admits the text of a linphonerc. Refuses characters that XML 1.0 cannot carry, wherever they stand, also in comments. */
final class LinphonercText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private LinphonercText() {}

    /**
     * Returns the text in UTF-8.
     *
     * @throws LinphonercFault at the first half of a surrogate pair, or character that XML 1.0 forbids
     */
    static byte[] admit(String text) {
        int lone = loneSurrogate(text);
        if (lone < 0) {
            return admit(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] before = admit(text.substring(0, lone).getBytes(StandardCharsets.UTF_8));
        throw LinphonercFault.at(before.length, before, "half of a surrogate pair");
    }

    /**
     * Returns the same bytes.
     *
     * @throws LinphonercFault at the first byte that is not UTF-8, or character that XML 1.0 forbids
     */
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
        // EF BF BE and EF BF BF. The other characters that begin with EF BF, U+FFC0 to U+FFFD, are allowed.
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
