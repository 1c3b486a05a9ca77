package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.account.SipAddress;

/**
 * Tests the server's reading of addresses: liblinphone 5.1.65 keeps and drops the same ones, except in the tests that
 * are named stricter.
 */
class NameAddrTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:u@d.example",
                "<sip:u@d.example>",
                "<sips:u@d.example>",
                "SIP:u@d.example",
                "< sip:u@d.example >",
                "\"A \\\"b\\\\\" <sip:u@d.example>",
                "\"<sip:x@y>\" <sip:u@d.example>",
                "\"\" <sip:u@d.example>",
                "\"Zoë\"<sip:u@d.example>",
                "A B <sip:u@d.example>",
                "A<sip:u@d.example>",
                "\"A\" <sip:u@d.example>;x=1",
                "<sip:u@d.example;transport=tls;lr>",
                "sip:u@d.example;x=1",
                "<sip:u@d.example:5061>",
                "<sip:u@d.example?a=b&c=>",
                "<sip:u:pw@d.example>",
                "<sip:u%20u@d.example>",
                "<sip:u;x=1?a/b@d.example>",
                "<sip:u@[::1]:5061>",
                "<sip:u@1.2.3.4>",
                "<sip:u@d.example.>",
                "<sip:+33123@d>"
            })
    void readsIdentities(String text) {
        assertThat(NameAddr.isIdentity(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<>",
                "u@d.example",
                "sip:d.example",
                "<sip:d.example>",
                "<sip:@d.example>",
                "<sip:u@>",
                "<sip:u u@d.example>",
                "<sip:u%zz@d.example>",
                "<sip:u%4@d.example>",
                "<sip:ü@d.example>",
                "<sip:a#b@d.example>",
                "<sip:u@host_x.example>",
                "<sip:u@-bad.example>",
                "<sip:u@d.example:>",
                "Zoë <sip:u@d.example>",
                "\"A <sip:u@d.example>",
                "A\" <sip:u@d.example>",
                "sip:u@d.example junk",
                "tel:+123",
                "<tel:+123>",
                "<<sip:u@d.example>>"
            })
    void readsNothingElseAsAnIdentity(String text) {
        assertThat(NameAddr.isIdentity(text)).isFalse();
    }

    /**
     * liblinphone takes these addresses, and then asks a server that does not exist, or another server than the author
     * meant.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:u@d.example",
                "sip:u@d.example>",
                "<sip:u@d.example> junk",
                "<sip:u@d.example:99999>",
                "<sip:u@d.example:0>",
                "<sip:u@d.123>",
                "<sip:u@a..example>"
            })
    void isStricterThanThePhone(String text) {
        assertThat(NameAddr.isIdentity(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://p.example", "<sip:p.example;>", "p.example:0", "<sip:p.example"})
    void isStricterThanThePhoneWithServers(String text) {
        assertThat(NameAddr.isServer(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.example",
                "p.example:5070",
                "p.example;transport=tls",
                "sip:p.example",
                "SIP:p.example",
                "sips:p.example",
                "<sip:p.example;transport=tls>",
                "<sip:p.example;lr;lr>",
                "<sip:p.example?x=y>",
                "<sip:u@p.example>",
                "\"X\" <sip:p.example>",
                "<sip:[::1]:5061>"
            })
    void readsServers(String text) {
        assertThat(NameAddr.isServer(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p.example>", "junk junk", "<sip:host_x.example>", "<sip:>", "sip:"})
    void readsNothingElseAsAServer(String text) {
        assertThat(NameAddr.isServer(text)).isFalse();
    }

    @Property
    void readsWhateverWeWrite(@ForAll("names") String username, @ForAll("names") String displayName) {
        SipAddress address = new SipAddress(username, "sip.example.org");

        assertThat(NameAddr.isIdentity(address.nameAddr(Optional.of(displayName))))
                .isTrue();
        assertThat(NameAddr.isIdentity(address.nameAddr(Optional.empty()))).isTrue();
    }

    @Property
    void anyTextIsAnAddressOrNone(@ForAll String text, @ForAll("names") String names) {
        NameAddr.isServer(text);
        NameAddr.isServer("<sip:" + text + ">");
        NameAddr.isIdentity("\"" + names + "<sip:a@b" + text + ">");
        assertThat(NameAddr.isIdentity("\n" + text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\\"", "a ", "<", "a@", "sip:a", "%41", ";a=b", "?a=b&", "a:", "\"", "[:", "a."})
    @Timeout(5)
    void isReadInOneGo(String part) {
        String many = part.repeat(300_000);

        assertThat(NameAddr.isIdentity(many)).isFalse();
        assertThat(NameAddr.isServer(many)).isFalse();
        assertThat(NameAddr.isIdentity("\"" + many)).isFalse();
        assertThat(NameAddr.isIdentity("<sip:" + many + " >x")).isFalse();
        assertThat(NameAddr.isServer("sip:a" + many + " ")).isFalse();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars(" \"\\%@:;<>?/+&=,$#[]{}|^`~'()*!-_.azAZ09\u0080\u0085\u00E9\u2028\u20AC\uFFFD")
                .withCharRange('\u0020', '\u007E')
                .ofMinLength(1)
                .ofMaxLength(30);
    }
}
