package org.sipprovisioning.lpconfig;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Looks at UTF-8 as bytes, as liblinphone does with a file. */
final class Utf8 {

    private static final int CHUNK = 8192;

    private Utf8() {}

    /** Returns the number of bytes that are UTF-8, up to the first that is not. */
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

    /** Returns the number of characters that begin in this range. */
    static int characters(byte[] bytes, int from, int to) {
        int characters = 0;
        for (int i = from; i < to; i++) {
            if (!isContinuation(bytes[i])) {
                characters++;
            }
        }
        return characters;
    }

    /** Whether a cut at this offset would break a character. The bytes must be UTF-8. */
    static boolean splits(byte[] bytes, int offset) {
        return offset < bytes.length && isContinuation(bytes[offset]);
    }

    /** Returns the offset of the first byte of the character that has a byte at this offset. The bytes must be UTF-8. */
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
