package org.sipprovisioning.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientUtf8PropertyTest {

    @Property
    void validUtf8IsReadAsJavaReadsIt(@ForAll String text) {
        byte[] utf8 = text.getBytes(UTF_8);

        assertThat(LenientUtf8.decode(utf8)).isEqualTo(new String(utf8, UTF_8));
    }

    @Property
    void anyOtherBytesLeaveASurrogate(@ForAll byte[] bytes) {
        assertThat(hasSurrogate(LenientUtf8.decode(bytes))).isEqualTo(!isUtf8(bytes));
    }

    @Property
    void whatIsWrongInTheMiddleHarmsNothingAround(@ForAll String before, @ForAll String after) {
        byte[] left = before.getBytes(UTF_8);
        byte[] right = after.getBytes(UTF_8);
        byte[] bytes = ByteBuffer.allocate(left.length + 1 + right.length)
                .put(left)
                .put((byte) 0xFF)
                .put(right)
                .array();

        assertThat(LenientUtf8.decode(bytes)).isEqualTo(new String(left, UTF_8) + '\uDCFF' + new String(right, UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "ff,\uDCFF",
        "80,\uDC80",
        "c0af,\uDCC0\uDCAF", // An overlong encoding of a slash
        "eda080,\uDCED\uDCA0\uDC80", // A surrogate
        "f4908080,\uDCF4\uDC90\uDC80\uDC80", // Greater than U+10FFFF
        "61e282,a\uDCE2\uDC82", // The last byte is missing
        "e28261,\uDCE2\uDC82a",
    })
    void everyBadByteBecomesItsOwnSurrogate(String hex, String text) {
        assertThat(LenientUtf8.decode(HexFormat.of().parseHex(hex))).isEqualTo(text);
    }

    private static boolean hasSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= 0xDC80 && c <= 0xDCFF);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
