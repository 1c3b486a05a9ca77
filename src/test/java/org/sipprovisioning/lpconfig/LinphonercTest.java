package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the parser. Each expectation was observed with liblinphone 5.1.65, unless another source is given. */
class LinphonercTest {

    private static final int LONGEST = 16383;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]\nk=v",
                "[a]\rk=v\r",
                "[a]\r\nk=v\r\n",
                "\n\r[a]\r\r\nk=v",
                " [a]\nk=v",
                "[a]]\nk=v",
                "[ a ]\nk=v",
                "[\ta]\nk=v",
                "[a\tx=1]\nk=v",
                "[a] b=c\nk=v",
                "[a]\n[\nk=v",
                "[a]\n[]\nk=v",
                "[a]\n[ \t]\nk=v",
                "[a]\n[b\nk=v",
                "[a]\n\t[b]\nk=v",
                "[a]\n[b=c\nk=v",
                "[a]\n  #[b]\n#k=w\nk=v",
                "[a]\n\tk=v  ",
                "[a]\nk x=v",
                "[a]\nk\tx=v",
                "[a]\nk=w\nk=v",
                "[a]\nk=v\nk=\nk=  ",
                "k=w\n[a]\nk=v"
            })
    void readsOneEntry(String text) {
        assertThat(dump(text)).isEqualTo("[a] k=v;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "k= v|k= v",
                "k=v\t|k=v\t",
                "k=v \t|k=v \t",
                "k=\t |k=\t",
                "k==|k==",
                "k=v # c|k=v # c",
                "\u00a0k=v|\u00a0k=v",
                "k\u0085l=v|k\u0085l=v",
                "k=\u00a0|k=\u00a0",
                ";x=1|;x=1",
                "k[1]=v|k[1]=v",
                "\t[b]=v|[b]=v",
                "]=v|]=v",
                "\ufeffk=v|\ufeffk=v"
            })
    void keepsWhatIsNotASpace(String line, String entry) {
        assertThat(dump("[a]\n" + line)).isEqualTo("[a] " + entry + ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "=v", " \t=v", "k=", "k=   ", "#k=v", "  # k=v", "[b", "[k=v", "[]=v", "\t# c"})
    void ignores(String line) {
        assertThat(dump("[a]\n" + line)).isEqualTo("[a] ");
    }

    @Test
    void leavesOutAKeyThatLooksLikeAComment() {
        // lpc2xml.c, processSection_cb: liblinphone keeps such a key in its memory, but does not write it into its XML.
        assertThat(dump("[a]\n\t#k=v\n \t# =v\n[#b]\nk=v")).isEqualTo("[a] [#b] k=v;");
    }

    @Test
    void mergesSectionsAndKeysAtTheirFirstPlace() {
        assertThat(dump("[a]\nk=1\nl=2\n[b]\n[a]\nm=3\nk=4\n[A]\nK=5")).isEqualTo("[a] k=4;l=2;m=3;[b] [A] K=5;");
    }

    @Test
    void marksNothingAsOverwriting() {
        assertThat(Linphonerc.parse("[a]\nk=v").config().section("a").entries()).noneMatch(Entry::overwrite);
    }

    @Test
    void losesTheSectionAfterAByteOrderMark() {
        Linphonerc read = Linphonerc.parse("\ufeff[a]\nk=v\n[b]\nk=v");

        assertThat(dump(read)).isEqualTo("[b] k=v;");
        assertThat(read.warnings()).singleElement().asString().startsWith("Line 1: the byte-order mark");
    }

    @Test
    void hasNoWarningsForAnOrdinaryFile() {
        assertThat(Linphonerc.parse("[a]\nk=v\n" + "x".repeat(LONGEST) + "\r\nk=v")
                        .warnings())
                .isEmpty();
    }

    @Test
    void cutsALineAndReadsItsTailAsAnother() {
        String value = "v".repeat(LONGEST - 2);
        Linphonerc read = Linphonerc.parse("[a]\r\nk=" + value + "l=2\nm=" + value + "[b]\nn=" + value + "lost\n");

        assertThat(dump(read)).isEqualTo("[a] k=" + value + ";l=2;m=" + value + ";[b] n=" + value + ";");
        assertThat(read.warnings())
                .extracting(warning -> warning.substring(0, 7))
                .containsExactly("Line 2:", "Line 3:", "Line 4:");
    }

    @Test
    void countsBytesNotCharactersBeforeItCuts() {
        String value = "é".repeat((LONGEST - 3) / 2);

        assertThat(dump("[a]\nkk=" + value + "l=2")).isEqualTo("[a] kk=" + value + ";l=2;");
    }

    @Test
    void refusesAValueThatIsCutWithinACharacter() {
        String filler = "v".repeat(LONGEST - 3);

        assertThatThrownBy(() -> Linphonerc.parse("[a]\nk=" + filler + "€"))
                .isInstanceOfSatisfying(LinphonercFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.column()).isEqualTo(LONGEST);
                });
    }

    @Test
    void refusesATailWhoseKeyIsCutWithinACharacter() {
        assertThatThrownBy(() -> Linphonerc.parse("[a]\n" + "x".repeat(LONGEST - 1) + "é=1"))
                .isInstanceOf(LinphonercFault.class);
    }

    @Test
    void acceptsAValueThatIsCutWithinACharacterWhereALaterLineReplacesIt() {
        String cut = "k=" + "v".repeat(LONGEST - 3) + "€\n";

        assertThat(dump("[a]\n" + cut + "k=1\n[b]\nk=2")).isEqualTo("[a] k=1;[b] k=2;");
        assertThat(dump("[a]\n" + cut + cut + "k=1")).isEqualTo("[a] k=1;");
        for (String replacesNothing : List.of("", "[b]\nk=1", "l=1", "k=", "#k=1", "k=1\n" + cut)) {
            assertThatThrownBy(() -> Linphonerc.parse("[a]\n" + cut + replacesNothing))
                    .isInstanceOf(LinphonercFault.class);
        }
    }

    @Test
    void acceptsAValueThatIsCutWithinACharacterWhereItsKeyLooksLikeAComment() {
        assertThat(dump("[a]\n\t#" + "x".repeat(LONGEST - 4) + "=€\n")).isEqualTo("[a] ");
    }

    @Test
    void acceptsACutWithinACharacterThatNoEntryHolds() {
        String filler = "x".repeat(LONGEST - 2);

        assertThat(dump("[a]\n#" + filler + "€\n" + filler + "x€\n[b]" + filler.substring(2) + "€"))
                .isEqualTo("[a] [b] ");
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(dump("")).isEmpty();
    }

    @Test
    void readsBytesAndTextAlike() {
        String text = "[é]\nk=€😀\n";

        assertThat(dump(Linphonerc.parse(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(dump(text));
    }

    private static String dump(String text) {
        return dump(Linphonerc.parse(text));
    }

    private static String dump(Linphonerc read) {
        StringBuilder dump = new StringBuilder();
        for (Section section : read.config().sections()) {
            dump.append('[').append(section.name()).append("] ");
            section.entries()
                    .forEach(e ->
                            dump.append(e.name()).append('=').append(e.value()).append(';'));
        }
        return dump.toString();
    }
}
