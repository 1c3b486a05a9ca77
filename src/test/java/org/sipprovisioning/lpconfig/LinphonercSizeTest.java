package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the parser's work is linear. Each case then takes a fraction of a second; with quadratic work it would
 * take hours and run into the timeout. No time is measured.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinphonercSizeTest {

    private static final int SIZE = 10_000_000;
    private static final int MANY = 500_000;

    @ParameterizedTest
    @MethodSource("shapes")
    void readsTenMegabytes(byte[] text, int sections, int entries) {
        LpConfig config = Linphonerc.parse(text).config();

        assertThat(config.sections()).hasSize(sections);
        assertThat(config.sections().stream().mapToInt(s -> s.entries().size()).sum())
                .isEqualTo(entries);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("one line", "[a]\n" + "x".repeat(SIZE), 1, 0),
                shape("one line of equals signs", "[a]\n" + "=".repeat(SIZE), 1, 0),
                shape("one line of key=", "[a]\n" + "k=".repeat(SIZE / 2), 1, 1),
                shape("one line of brackets", "[".repeat(SIZE), 0, 0),
                shape("one line of sections", "[a]".repeat(SIZE / 3), 1, 0),
                shape("one line of spaces", "[a]\nk=" + " ".repeat(SIZE), 1, 0),
                shape("one line of tabs", "[a]\n" + "\t".repeat(SIZE), 1, 0),
                shape("empty lines", "\r".repeat(SIZE), 0, 0),
                shape("lines as long as can be", ("[a]\nk=" + "v".repeat(16381) + "\n").repeat(SIZE / 16387), 1, 1),
                shape("one key, many times", "[a]\n" + "k=v\n".repeat(SIZE / 4), 1, 1),
                shape("one section, many times", "[a]\n".repeat(SIZE / 4), 1, 0),
                shape("many keys", "[a]\n" + numbered("k%d=v\n"), 1, MANY),
                shape("many sections", numbered("[s%d]\nk=v\n"), MANY, MANY));
    }

    @Test
    void copiesAndWritesASectionOfManyKeys() {
        LpConfig base = Linphonerc.parse("[a]\n" + numbered("k%d=v\n")).config();

        LpConfig copy = base;
        for (int i = 0; i < MANY; i++) {
            copy = copy.copy();
        }
        Section section = copy.section("a");
        section.overwriteIf(entry -> true);
        for (int i = 0; i < MANY; i++) {
            section.clear("k" + i);
        }

        assertThat(section.entries()).hasSize(MANY).allMatch(Entry::overwrite);
        assertThat(LpConfigXml.read(LpConfigXml.write(copy)).section("a").entries())
                .hasSize(MANY);
    }

    private static Arguments shape(String name, String text, int sections, int entries) {
        return Arguments.of(Named.of(name, text.getBytes(StandardCharsets.UTF_8)), sections, entries);
    }

    private static String numbered(String line) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, MANY).forEach(i -> text.append(line.replace("%d", Integer.toString(i))));
        return text.toString();
    }
}
