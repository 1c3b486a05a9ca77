package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipServerTest {

    @ParameterizedTest
    @CsvSource({
        "sip.example.org,<sip:sip.example.org;transport=tls>",
        "SIP.Example.Org,<sip:sip.example.org;transport=tls>",
        "sip.example.org.,<sip:sip.example.org;transport=tls>",
        "sip.example.org:5061,<sip:sip.example.org:5061;transport=tls>",
        "sip.example.org:1,<sip:sip.example.org:1;transport=tls>",
        "sip.example.org:65535,<sip:sip.example.org:65535;transport=tls>",
        "sip.example.org:05060,<sip:sip.example.org:5060;transport=tls>",
        "sip:sip.example.org,<sip:sip.example.org;transport=tls>",
        "SIP:sip.example.org,<sip:sip.example.org;transport=tls>",
        "<sip:sip.example.org>,<sip:sip.example.org;transport=tls>",
        "<sip.example.org>,<sip:sip.example.org;transport=tls>",
        "192.0.2.1:5060,<sip:192.0.2.1:5060;transport=tls>",
        "[2001:DB8::1],<sip:[2001:db8::1];transport=tls>",
        "[2001:db8::1]:5060,<sip:[2001:db8::1]:5060;transport=tls>",
        "<sip:[2001:db8::1]:5060;lr>,<sip:[2001:db8::1]:5060;transport=tls;lr>",
        "sip.example.org;transport=udp,<sip:sip.example.org;transport=udp>",
        "sip.example.org;Transport=UDP,<sip:sip.example.org;Transport=UDP>",
        "sip:sip.example.org;lr;transport=tcp,<sip:sip.example.org;lr;transport=tcp>",
        "sip:sip.example.org;lr;transport=tcp;x=y,<sip:sip.example.org;lr;transport=tcp;x=y>",
        "sip.example.org;lr,<sip:sip.example.org;transport=tls;lr>",
        "sip.example.org;transports=udp,<sip:sip.example.org;transport=tls;transports=udp>",
        "sip.example.org;x=transport,<sip:sip.example.org;transport=tls;x=transport>",
        "sip.example.org;maddr=[2001:db8::1];x=%41,<sip:sip.example.org;transport=tls;maddr=[2001:db8::1];x=%41>",
        "sips:sip.example.org,<sips:sip.example.org>",
        "SIPS:sip.example.org:5061;lr,<sips:sip.example.org:5061;lr>",
        "sips:sip.example.org;transport=tcp,<sips:sip.example.org;transport=tcp>",
    })
    void isWrittenForTheLinphonerc(String text, String uri) {
        assertThat(SipServer.parse(text).uri("tls")).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<>",
                "sip:",
                "sip::5060",
                ":5060",
                "a:",
                "a:0",
                "a:65536",
                "a:99999",
                "a:100000",
                "a:-1",
                "a:+1",
                "a: 5060",
                "a:٥",
                "a:5060:5061",
                "user@a",
                "sip:user@a",
                "sip:user:pw@a",
                "a?x=y",
                "sip:a?Subject=x",
                "a;lr?x=y",
                "http://a",
                "tel:+1",
                "sip://a",
                "a/b",
                "a b",
                " a",
                "a,b",
                "<sip:a",
                "sip:a>",
                "<sip:a>;lr",
                "\"x\" <sip:a>",
                "2001:db8::1",
                "[2001:db8::1",
                "[::1]5060",
                "[nonsense]",
                "a;",
                "a;;lr",
                "a;=x",
                "a;x=",
                "a;x=y=z",
                "a;x=\"y\"",
                "a;x=<y>",
                "a;x=a b",
                "a;x=%4",
                "a;x=%zz",
                "a;x=y\r\nz",
                "a\n",
                "sip:5060",
                "a;x=é",
                "a;transport",
                "a;transport=",
                "a;transport=a/b",
                "a;transport=udp;transport=tcp",
                "a;transport=udp;TRANSPORT=udp",
                "a;lr;lr",
                "a;x=1;X=2"
            })
    void refusesWhatIsNoServer(String text) {
        assertThatThrownBy(() -> SipServer.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("must ");
    }

    @Test
    void namesTheLimitsOfAPort() {
        assertThatThrownBy(() -> SipServer.parse("a:65536")).hasMessage("must have a port from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", ";a=a", ";", "[", "<", "a:", "%41", ";x=%41", ":1", "@", "transport=udp;"})
    void refusesAnyLengthWithoutTrouble(String part) {
        assertThatThrownBy(() -> SipServer.parse("a;b" + part.repeat(300_000) + "\0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SipServer.parse(part.repeat(300_000))).isInstanceOf(IllegalArgumentException.class);
    }

    /** The text is nearly as long as the API allows. */
    @Test
    void takesAsMuchAsTheApiAdmits() {
        String text = "sip:a;x=" + "%41".repeat(338);

        assertThat(text.length()).isBetween(1_020, 1_024);
        assertThat(SipServer.parse(text).uri("udp")).endsWith("%41>");
    }

    @Test
    void knowsWhenItSaysNoMoreThanTheDomain() {
        assertThat(SipServer.parse("<sip:Example.org>").isJust("example.org")).isTrue();
        assertThat(SipServer.parse("example.org.").isJust("example.org")).isTrue();
        assertThat(SipServer.parse("example.org:5060").isJust("example.org")).isFalse();
        assertThat(SipServer.parse("example.org;transport=udp").isJust("example.org"))
                .isFalse();
        assertThat(SipServer.parse("sip.example.org").isJust("example.org")).isFalse();
        assertThat(SipServer.parse("example.org").isJust(null)).isFalse();
    }
}
