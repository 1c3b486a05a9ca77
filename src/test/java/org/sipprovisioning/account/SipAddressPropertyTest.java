package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipAddressPropertyTest {

    /** RFC 3261 §25.1: user = 1*( unreserved / escaped / user-unreserved ). */
    private static final Pattern USER_AT_HOST =
            Pattern.compile("sip:(?:[A-Za-z0-9_.!~*'()&=+$,;?/-]|%[0-9A-F]{2})+@example\\.org");

    /** RFC 3261 §25.1: quoted-string = SWS DQUOTE *(qdtext / quoted-pair ) DQUOTE, here without its control characters. */
    private static final Pattern NAME_ADDR = Pattern.compile(
            "\"(?<name>(?:[^\"\\\\\\x00-\\x1F\\x7F]|\\\\[\\x00-\\x09\\x0B\\x0C\\x0E-\\x7F])*)\" <sip:a@b>");

    @Property
    void anyUserNameSurvivesItsUri(@ForAll("names") String username) {
        SipAddress address = new SipAddress(username, "example.org");

        assertThat(address.uri()).matches(USER_AT_HOST);
        assertThat(SipAddress.find(address.uri())).contains(address);
    }

    @Property
    void anyUserNameIsFoundRaw(@ForAll("names") String username) {
        if (!username.toLowerCase(Locale.ROOT).startsWith("sip:")) {
            assertThat(SipAddress.find(username + "@example.org")).contains(new SipAddress(username, "example.org"));
        }
    }

    @Property
    void anyDisplayNameSurvivesItsQuotes(@ForAll("names") String name) {
        Matcher quoted = NAME_ADDR.matcher(new SipAddress("a", "b").nameAddr(Optional.of(name)));

        assertThat(quoted.matches()).isTrue();
        assertThat(quoted.group("name").replaceAll("(?s)\\\\(.)", "$1")).isEqualTo(name);
    }

    @Property
    void anyTextIsAnAddressOrNone(@ForAll String text, @ForAll("names") String names) {
        SipAddress.find(text);
        SipAddress.find("sip:" + text);
        SipAddress.find("sip:" + names + "%");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars(" \"\\%@:;<>?/+&=,$#[]{}|^`~'()*!-_.azAZ09\u0080\u00E9\u20AC\uFFFD")
                .withCharRange('\u0020', '\u007E')
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    @ParameterizedTest
    @CsvSource({
        "alice,sip:alice@example.org",
        "a.b+c-d_e,sip:a.b+c-d_e@example.org",
        "'a b',sip:a%20b@example.org",
        "a@b,sip:a%40b@example.org",
        "a:b,sip:a%3Ab@example.org",
        "a%b,sip:a%25b@example.org",
        "a\"b,sip:a%22b@example.org",
        "a#b,sip:a%23b@example.org",
        "é,sip:%C3%A9@example.org",
        "😀,sip:%F0%9F%98%80@example.org",
        "'&=+$,;?/','sip:&=+$,;?/@example.org'",
    })
    void escapesWhereItMust(String username, String uri) {
        assertThat(new SipAddress(username, "example.org").uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "alice@example.org,alice,example.org",
        "sip:alice@example.org,alice,example.org",
        "SIP:Alice@EXAMPLE.org,Alice,example.org",
        "sip:%61lice@example.org,alice,example.org",
        "sip:a+b@example.org,a+b,example.org",
        "a%20b@example.org,a%20b,example.org",
        "a@b@example.org,a@b,example.org",
        "alice@[::1],alice,[::1]",
    })
    void reads(String text, String username, String domain) {
        assertThat(SipAddress.find(text)).contains(new SipAddress(username, domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@example.org",
                "sip:@example.org",
                "alice@",
                "sip:",
                "alice@example.org:5060",
                "alice@example.org;transport=tls",
                "<sip:alice@example.org>",
                "sip:a%@example.org",
                "sip:a%4@example.org",
                "sip:a%zz@example.org",
                "alice@exa mple.org",
                "alice@a..b"
            })
    void readsNothingElse(String text) {
        assertThat(SipAddress.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Alice Example|\"Alice Example\" <sip:a@b>",
                "say \"hi\"|\"say \\\"hi\\\"\" <sip:a@b>",
                "back\\slash|\"back\\\\slash\" <sip:a@b>",
                "end\\|\"end\\\\\" <sip:a@b>",
                "x\" <sip:evil@c>|\"x\\\" <sip:evil@c>\" <sip:a@b>",
                "Zoë|\"Zoë\" <sip:a@b>",
            })
    void quotesADisplayName(String name, String nameAddr) {
        assertThat(new SipAddress("a", "b").nameAddr(Optional.of(name))).isEqualTo(nameAddr);
    }

    @Test
    void needsNoDisplayName() {
        assertThat(new SipAddress("a", "b").nameAddr(Optional.empty())).isEqualTo("<sip:a@b>");
    }
}
