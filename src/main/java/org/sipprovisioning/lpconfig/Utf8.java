package org.sipprovisioning.lpconfig;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** UTF-8 seen as bytes, which is how liblinphone sees a file. */
final class Utf8 {

    private static final int CHUNK = 8192;

    private Utf8() {}

    /** Where the bytes cease to be UTF-8; their length where they are UTF-8 to the end. */
    static int validLength(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer dropped = CharBuffer.allocate(CHUNK);
        CoderResult result;
        do {
            result = decoder.decode(in, dropped.clear(), true);
        } while (result.isOverflow());
        return in.position();
    }

    /** How many characters begin in this range. */
    static int characters(byte[] bytes, int from, int to) {
        int characters = 0;
        for (int i = from; i < to; i++) {
            if (!isContinuation(bytes[i])) {
                characters++;
            }
        }
        return characters;
    }

    /** Whether a character of these valid bytes extends over this offset, so that a cut there would break it. */
    static boolean splits(byte[] bytes, int offset) {
        return offset < bytes.length && isContinuation(bytes[offset]);
    }

    /** Where the character begins that this byte of these valid bytes belongs to. */
    static int startOfCharacter(byte[] bytes, int offset) {
        int start = offset;
        while (isContinuation(bytes[start])) {
            start--;
        }
        return start;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
