package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FromHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:alice@sip.example.org",
                "  sip:alice@sip.example.org ",
                "SIP:alice@SIP.Example.ORG",
                "sips:alice@sip.example.org",
                "sip:alice@sip.example.org.",
                "sip:alice@sip.example.org:5061",
                "sip:alice@sip.example.org;transport=tls",
                "sip:alice@sip.example.org;gr=urn:uuid:1;ob",
                "sip:alice@sip.example.org?subject=x",
                "sip:alice%40home@sip.example.org",
                "sip:alice%40sip.example.org",
                "sip%3Aalice%40sip.example.org",
                "sip:al+ice;x=y@sip.example.org",
                "sip:alice:pw@sip.example.org",
                "sip:%C3%A9@sip.example.org",
                "<sip:alice@sip.example.org>",
                "<sips:alice@sip.example.org;transport=tls>;tag=1",
                "Alice <sip:alice@sip.example.org>",
                "\"Alice, \\\"A\\\"\" <sip:alice@sip.example.org:5060>;tag=x",
            })
    void namesTheDomain(String header) {
        assertThat(FromHeader.domain(header)).contains("sip.example.org");
    }

    @Test
    void mayBeAnAddress() {
        assertThat(FromHeader.domain("sip:a@192.0.2.1:5060")).contains("192.0.2.1");
        assertThat(FromHeader.domain("sip:a@[2001:db8::1]:5060")).contains("[2001:db8::1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "alice",
                "alice@sip.example.org",
                "mailto:alice@sip.example.org",
                "tel:+1",
                "sip:",
                "sip:@",
                "sip:alice",
                "sip:@sip.example.org",
                "sip:alice@",
                "sip:sip.example.org",
                "sip:alice@two words",
                "sip:alice@-",
                "sip:alice@a..b",
                "sip:a@b@sip.example.org x",
                "sip:alice@%zz",
                "sip:alice@sip.example.org:port",
                "<sip:alice@sip.example.org",
                "sip:alice@sip.example.org>",
                "<<sip:alice@sip.example.org>>",
                "sip:alice@sip.example.org, sip:bob@sip.example.org",
            })
    void isAsAbsentWhereItIsMalformed(String header) {
        assertThat(FromHeader.domain(header)).isEmpty();
    }

    @Test
    void mayBeAbsent() {
        assertThat(FromHeader.domain(null)).isEmpty();
    }

    @Property
    void neverFails(@ForAll String header) {
        assertThatCode(() -> FromHeader.domain(header)).doesNotThrowAnyException();
        assertThatCode(() -> FromHeader.domain("sip:" + header + "@" + header)).doesNotThrowAnyException();
    }
}
