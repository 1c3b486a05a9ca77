package org.sipprovisioning.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes UTF-8 so that an invalid byte becomes an unpaired surrogate, U+DC80 to U+DCFF. The field that has it is then refused by its
 * name. Otherwise the whole body would be refused, or the invalid byte would be accepted.
 */
final class LenientUtf8 {
    private static final int LOW_SURROGATES = 0xDC00;

    private LenientUtf8() {}

    static String decode(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isMalformed();
                result = decoder.decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (LOW_SURROGATES + (in.get() & 0xFF)));
            }
        }
        return out.flip().toString();
    }
}
