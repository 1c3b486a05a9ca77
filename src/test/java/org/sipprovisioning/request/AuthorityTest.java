package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "sip.example.org,sip.example.org,-1",
        "SIP.Example.org:8080,sip.example.org,8080",
        "' sip.example.org ',sip.example.org,-1",
        "sip.example.org.,sip.example.org,-1",
        "sip.example.org.:8080,sip.example.org,8080",
        "192.0.2.1:1,192.0.2.1,1",
        "a_b:65535,a_b,65535",
        "[2001:DB8::1],[2001:db8::1],-1",
        "[::1]:443,[::1],443",
    })
    void reads(String text, String host, int port) {
        assertThat(Authority.find(text)).contains(new Authority(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":80",
                "a:",
                "a:0",
                "a:65536",
                "a:99999",
                "a:123456",
                "a:-1",
                "a:٨",
                "a:80:80",
                "::1",
                "[::1",
                "[]",
                "[a.example]",
                "user@a",
                "a/b",
                "a b",
                "a,b",
                "a?b",
                "a#b",
                "a\"b",
                "<a>",
                "ä",
                "a%41",
                "."
            })
    void readsNothingElse(String text) {
        assertThat(Authority.find(text)).isEmpty();
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(Authority.find(null)).isEmpty();
        assertThat(Authority.find("a".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.255.255.254:80", "[::1]"})
    void knowsLoopback(String text) {
        assertThat(Authority.find(text).orElseThrow().isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost.example.org", "127.0.0.1.example.org", "128.0.0.1", "127.0.0", "[::2]", "xlocalhost"})
    void takesNoOtherForLoopback(String text) {
        assertThat(Authority.find(text).orElseThrow().isLoopback()).isFalse();
    }
}
