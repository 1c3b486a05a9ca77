package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinphonercFaultTest {

    @ParameterizedTest
    @CsvSource({
        "0000, 1, 1, control character U+0000",
        "005B 005D 0001, 1, 3, control character U+0001",
        "0023 0008, 1, 2, control character U+0008",
        "000A 000B, 2, 1, control character U+000B",
        "000D 000C, 2, 1, control character U+000C",
        "000D 000A 000E, 2, 1, control character U+000E",
        "000A 000D 001F, 3, 1, control character U+001F",
        "FEFF 00E9 1F600 0009 001B, 1, 5, control character U+001B",
        "0061 FFFE, 1, 2, noncharacter U+FFFE",
        "000A FFFF 0000, 2, 1, noncharacter U+FFFF",
        "0061 D800, 1, 2, half of a surrogate pair",
        "1F600 000A DC00 D800, 2, 1, half of a surrogate pair",
        "D800 D800 DC00, 1, 1, half of a surrogate pair",
        "0001 D800, 1, 1, control character U+0001",
    })
    void namesThePlaceInAText(String codePoints, int line, int column, String reason) {
        check(refusal(() -> Linphonerc.parse(text(codePoints))), line, column, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 1, 1",
        "61C3, 1, 2",
        "61C328, 1, 2",
        "0AC080, 2, 1",
        "C3A9EDA080, 1, 2",
        "F4908080, 1, 1",
        "0D0AF09F98, 2, 1",
        "23FE, 1, 2"
    })
    void namesThePlaceInBytesThatAreNotUtf8(String hex, int line, int column) {
        check(refusal(() -> Linphonerc.parse(bytes(hex))), line, column, "not UTF-8");
    }

    @Test
    void namesTheFirstOfTwoFaults() {
        check(refusal(() -> Linphonerc.parse(bytes("6101FF"))), 1, 2, "control character U+0001");
        check(refusal(() -> Linphonerc.parse(bytes("61FF01"))), 1, 2, "not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x9, 0x20, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0x2028, 0xD7FF, 0xE000, 0xFDD0, 0xFFC0, 0xFFFD, 0x1FFFF})
    void acceptsWhatXmlCanCarry(int codePoint) {
        String value = "<" + Character.toString(codePoint) + ">";

        LpConfig read = Linphonerc.parse(("[a]\nk=" + value).getBytes(StandardCharsets.UTF_8))
                .config();

        assertThat(read.section("a").find("k").orElseThrow().value()).isEqualTo(value);
    }

    private static LinphonercFault refusal(Runnable parse) {
        return catchThrowableOfType(LinphonercFault.class, parse::run);
    }

    private static void check(LinphonercFault fault, int line, int column, String reason) {
        assertThat(fault).hasMessage("Line " + line + ", column " + column + ": " + reason);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.reason()).isEqualTo(reason);
    }

    private static String text(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String codePoint : codePoints.split(" ")) {
            text.appendCodePoint(Integer.parseInt(codePoint, 16));
        }
        return text.toString();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
