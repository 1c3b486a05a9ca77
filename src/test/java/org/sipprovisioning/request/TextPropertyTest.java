package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPropertyTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 0xA, 0xD, 0x1F, 0x7F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF})
    void namesAForbiddenCharacter(int c) {
        assertThat(Text.fault("a" + (char) c + "b")).contains("must not contain the character U+%04X".formatted(c));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "~",
                "\u0080",
                "\u0085",
                "\uD7FF",
                "\uE000",
                "\uFFFD",
                "😀",
                "\uD800\uDC00",
                "\uDBFF\uDFFF"
            })
    void hasNothingAgainstTheRest(String text) {
        assertThat(Text.fault(text)).isEmpty();
    }

    @Test
    void refusesSurrogatesInTheWrongOrder() {
        assertThat(Text.fault("\uDC00\uD800")).contains("must not contain the character U+DC00");
    }

    /** XML 1.0 §2.2, production Char, without the control characters. */
    @Property
    void admitsWhatXmlAdmitsButControlCharacters(@ForAll String text) {
        boolean good = text.codePoints()
                .allMatch(c -> c >= 0x20 && c <= 0xD7FF && c != 0x7F
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000 && c <= 0x10FFFF);

        assertThat(Text.fault(text).isEmpty()).isEqualTo(good);
    }
}
