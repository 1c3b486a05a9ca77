package org.sipprovisioning.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.space.SampleSpaces;

class VCardsPropertyTest {
    private static final int MAX_OCTETS = 75;

    @Property
    void anyNamesAreReadAsTheyWere(@ForAll @Size(max = 4) List<@From("names") String> names) {
        List<VCard> cards = read(names.stream().map(VCardsPropertyTest::named).toList());

        assertThat(cards).extracting(card -> card.getFormattedName().getValue()).isEqualTo(names);
        assertThat(cards).allSatisfy(card -> {
            assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
            assertThat(card.getImpps())
                    .extracting(impp -> impp.getUri())
                    .containsExactly(URI.create("sip:alice@example.org"));
            assertThat(card.getProperties()).hasSize(2);
        });
    }

    /** RFC 6350 §3.2: each line ends with CRLF and has at most 75 octets, and no character is broken. */
    @Property
    void linesAreFolded(@ForAll("names") String name) {
        String text = new String(VCards.write(List.of(named(name))), UTF_8);

        assertThat(text).endsWith("\r\n").doesNotContain("\uFFFD");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeBetween(1, MAX_OCTETS));
    }

    /**
     * The test joins the lines as liblinphone does: it removes each line end and the space after it. In liblinphone's
     * grammar, which is that of RFC 6350, a semicolon cannot be escaped. If one were escaped, a phone would read none
     * of the contacts.
     */
    @Test
    void isWhatThePhoneReads() {
        assertThat(lines(named("Müller; \"Bob\", a\\b")))
                .containsExactly(
                        "BEGIN:VCARD",
                        "VERSION:4.0",
                        "FN:Müller; \"Bob\"\\, a\\\\b",
                        "IMPP:sip:alice@example.org",
                        "END:VCARD");
    }

    @Test
    void whoHasNoNameIsCalledByTheirUserName() {
        assertThat(lines(SampleAccounts.of(SampleSpaces.of("example.org"), "alice", "{}")))
                .contains("FN:alice", "IMPP:sip:alice@example.org");
    }

    @Test
    void userNameIsEscapedInTheUri() {
        assertThat(lines(SampleAccounts.of(SampleSpaces.of("example.org"), "a b", "{}")))
                .contains("IMPP:sip:a%20b@example.org");
    }

    @Test
    void longNameIsFoldedAtSeventyFiveOctets() {
        String text = new String(VCards.write(List.of(named("ä".repeat(40)))), UTF_8);

        assertThat(text).contains("\r\nFN:" + "ä".repeat(36) + "\r\n ääää\r\n");
    }

    @Test
    void noContactsAreNothing() {
        assertThat(VCards.write(List.of())).isEmpty();
    }

    /** Names without control characters, because the API refuses these. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "\\", ",", ";", ":", "\"", "^n", "\\n", "=C3", " ", "ß", "€", "\u0085", "\u2028",
                                "\u200B", "e\u0301", "😀"),
                        Arbitraries.chars().range(' ', '~').map(String::valueOf))
                .list()
                .ofMinSize(1)
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }

    private static Account named(String name) {
        Account account = SampleAccounts.of(SampleSpaces.of("example.org"), "alice", "{}");
        account.setDisplayName(name);
        return account;
    }

    private static List<VCard> read(List<Account> contacts) {
        return Ezvcard.parse(new String(VCards.write(contacts), UTF_8)).all();
    }

    private static List<String> lines(Account contact) {
        String text = new String(VCards.write(List.of(contact)), UTF_8).replace("\r\n ", "");
        return Stream.of(text.split("\r\n")).toList();
    }
}
