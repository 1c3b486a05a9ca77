package org.sipprovisioning.linphone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.linphone.Comparison.Outcome;

/**
 * Tests the cases in which the server's reading of a linphonerc, liblinphone's reading of it and a phone that has the
 * server's XML differ. Each case names the place in liblinphone's source (coreapi/) that is the reason.
 */
@RealClient
@DisplayName("Linphonerc files: the differences between liblinphone and the server, and their reasons")
class LinphonercDifferencesIT {
    private static final int PAGE = 16383;

    @TempDir
    Path directory;

    /** lpc2xml.c, processSection_cb: "Skipped commented entry". A phone would write the key back as a comment. */
    @Test
    @DisplayName(
            "a key that begins with `#` after a tab is in no XML, neither liblinphone's nor the server's: lpc2xml.c, `processSection_cb`")
    void aKeyThatLooksLikeACommentIsLeftOutOfTheXml() throws IOException {
        LinphonercFile file = read("[a]\n\t#k=v\nl=w\n");

        assertLines(file.library().reading(), "[a]", "[a] #k=v", "[a] l=w");
        assertLines(file.library().converted(), "[a]", "[a] l=w");
        assertLines(file.ours(), "[a]", "[a] l=w");
        assertOutcome(file, Outcome.EQUAL);
    }

    /** xml2lpc.c, processSection, only sets entries; lpconfig.c, linphone_config_set_string, opens the section. */
    @Test
    @DisplayName("a phone does not create a section that has no entry in the XML: xml2lpc.c, `processSection`")
    void anEmptySectionIsNotOpenedByAnXml() throws IOException {
        LinphonercFile file = read("[a]\n[b]\nk=v\n");

        assertLines(file.library().reading(), "[a]", "[b]", "[b] k=v");
        assertLines(file.ours(), "[a]", "[b]", "[b] k=v");
        assertLines(file.phone().reading(), "[b]", "[b] k=v");
        assertOutcome(file, Outcome.EQUAL);
    }

    /** lpconfig.c, _linphone_config_xml_convert: "if the remote provisioning added a proxy config". */
    @ParameterizedTest(name = "{arguments}")
    @CsvSource({"'', 0", "-1, 0", "2, 2"})
    @DisplayName("a `proxy_0` in an XML becomes the phone's default account if no default account is set: lpconfig.c, "
            + "`_linphone_config_xml_convert`")
    void anXmlMakesTheFirstAccountTheDefaultOne(String before, String after) throws IOException {
        LinphonercFile file = read("[sip]\nk=v\ndefault_proxy=" + before + "\n[proxy_0]\nk=v\n");

        assertThat(file.library().reading().value("sip", "default_proxy")).isEqualTo(before);
        assertThat(file.ours().value("sip", "default_proxy")).isEqualTo(before);
        assertThat(file.phone().reading().value("sip", "default_proxy")).isEqualTo(after);
        assertOutcome(file, Outcome.EQUAL);
    }

    /** lpc2xml.c, processEntry, calls convert_iso_to_utf8 for text that is already UTF-8. The phone would show "Ã©". */
    @Test
    @DisplayName(
            "liblinphone's own converter encodes values twice, the server encodes them once: lpc2xml.c, `processEntry`")
    void theLibraryEncodesValuesTwiceWhereWeDoNot() throws IOException {
        LinphonercFile file = read("[é]\né=é\n");

        assertLines(file.library().reading(), "[é]", "[é] é=é");
        assertLines(file.library().converted(), "[é]", "[é] é=\u00c3\u00a9");
        assertLines(file.phone().reading(), "[é]", "[é] é=é");
        assertOutcome(file, Outcome.EQUAL);
    }

    /**
     * bctoolbox's src/vfs/vfs.c, bctbx_generic_get_nxtline, calls findNextLine(s) before it sets s[readSize] = '\0'. So
     * the library's result depends on other lines of the file. The server reads the line as it stands.
     */
    @Test
    @DisplayName(
            "liblinphone appends characters of another line to the last line, if the last line has no line end and crosses "
                    + "the limit of 16383 bytes: vfs.c, `bctbx_generic_get_nxtline`")
    void aLastLineWithoutAnEndIsFollowedByLeftoversIfItLiesAcrossAPage() throws IOException {
        String line = "k=123456789\n";
        String last = "last=" + "v".repeat(20);
        LinphonercFile file = read("[a]\n" + line.repeat((PAGE - 4) / line.length() - 1) + last);

        assertThat(file.library().reading().value("a", "last")).isEqualTo("v".repeat(20) + "89");
        assertThat(file.ours().value("a", "last")).isEqualTo("v".repeat(20));
        assertThat(file.phone().reading().value("a", "last")).isEqualTo("v".repeat(20));
        assertOutcome(file, Outcome.LEFTOVERS);
    }

    /** lpconfig.c, linphone_config_parse_line, calls sscanf(pos2, "%s %s", key, value) when pos2 is beyond the line. */
    @Test
    @DisplayName("liblinphone crashes on some parameters of a section, the server omits the parameters: lpconfig.c, "
            + "`linphone_config_parse_line`")
    void theLibraryCrashesOnSomeParametersOfASection() throws IOException {
        LinphonercFile file = read("#\n[a k=v]b=c\n#" + "x".repeat(PAGE - 100) + "=y\n");

        assertThat(file.library().failure()).isNotEmpty();
        assertLines(file.ours(), "[a]");
        assertOutcome(file, Outcome.CRASHED);
    }

    /**
     * lpconfig.c takes bytes as they are. XML cannot carry these bytes, and libxml2 would refuse the whole document.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0x01, 0x04, 0x1b, 0x80, 0xc3, 0xff})
    @DisplayName("the server refuses a byte that XML cannot represent; liblinphone accepts it")
    void aByteThatXmlCannotCarryIsRefused(int wrong) throws IOException {
        byte[] text = "[a]\nk=x.\n".getBytes(UTF_8);
        text[7] = (byte) wrong;
        LinphonercFile file = read(text);

        assertThat(file.library().reading().lines()).hasSize(2);
        assertThat(file.refusal()).hasValueSatisfying(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(4);
        });
        assertOutcome(file, Outcome.REFUSED);
    }

    /**
     * Comments are checked too, so that an operator learns of a wrong encoding at once and not later, at another line.
     */
    @Test
    @DisplayName("the server refuses a file that is not UTF-8, even if only its comments are not UTF-8")
    void aFileThatIsNotUtf8IsRefusedEvenWhereTheLibraryDoesNotLook() throws IOException {
        LinphonercFile file = read(new byte[] {'[', 'a', ']', '\n', '#', (byte) 0xe9, '\n'});

        assertLines(file.library().reading(), "[a]");
        assertThat(file.refusal()).isPresent();
        assertOutcome(file, Outcome.REFUSED);
    }

    /** lpconfig.c, MAX_LEN: the first half of the character ends the value, the second half begins the next line. */
    @Test
    @DisplayName(
            "the server refuses a value that liblinphone cuts within a character, unless a later line replaces the value: lpconfig.c, "
                    + "`MAX_LEN`")
    void aValueThatIsCutWithinACharacterIsRefusedUnlessItIsReplaced() throws IOException {
        String cut = "[a]\nk=" + "v".repeat(PAGE - 3) + "é\n";
        List<LinphonercFile> files =
                LinphonercFile.read(directory, List.of(cut.getBytes(UTF_8), (cut + "k=w\n").getBytes(UTF_8)));

        assertThat(files.get(0).library().reading().hasBrokenCharacter()).isTrue();
        assertOutcome(files.get(0), Outcome.CUT);
        assertLines(files.get(1).library().reading(), "[a]", "[a] k=w");
        assertLines(files.get(1).ours(), "[a]", "[a] k=w");
        assertOutcome(files.get(1), Outcome.EQUAL);
    }

    /** The XML has no such key, so its value does not matter. */
    @Test
    @DisplayName("the server accepts a value that liblinphone cuts within a character, if the XML omits the key")
    void aValueThatIsCutWithinACharacterIsLeftOutWithItsKey() throws IOException {
        LinphonercFile file = read("[a]\n\t#k=" + "v".repeat(PAGE - 5) + "é\n");

        assertThat(file.library().reading().hasBrokenCharacter()).isTrue();
        assertLines(file.ours(), "[a]");
        assertOutcome(file, Outcome.EQUAL);
    }

    private LinphonercFile read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private LinphonercFile read(byte[] text) throws IOException {
        return LinphonercFile.read(directory, List.of(text)).get(0);
    }

    private static void assertLines(Reading reading, String... lines) {
        assertThat(reading.lines()).containsExactly(lines);
    }

    private static void assertOutcome(LinphonercFile file, Outcome outcome) {
        Comparison comparison = new Comparison(file);
        assertThat(comparison.outcome()).as(comparison.toString()).isEqualTo(outcome);
    }
}
