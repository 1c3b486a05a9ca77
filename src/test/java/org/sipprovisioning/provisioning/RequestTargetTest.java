package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.settings.Configured;

class RequestTargetTest {

    private static final String PROXY = "10.1.2.3";

    @Test
    void isTheHostHeader() {
        assertThat(url(FakeRequest.to("sip.example.org:8080"))).isEqualTo("http://sip.example.org:8080");
        assertThat(url(FakeRequest.to("sip.example.org").over("https"))).isEqualTo("https://sip.example.org");
    }

    @Test
    void isTheServersNameWithoutAHostHeader() {
        assertThat(url(new FakeRequest())).isEqualTo("http://server.internal");
    }

    @Test
    void isNothingWhereTheHostIsNone() {
        assertThat(target(FakeRequest.to("")).authority()).isEmpty();
        assertThat(target(FakeRequest.to("a b")).authority()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "X-Forwarded-Host|evil.example",
                "X-Forwarded-Proto|https",
                "X-Forwarded-Port|666",
                "Forwarded|host=evil.example;proto=https",
            })
    void believesNobodyButItsProxies(String name, String value) {
        assertThat(url(FakeRequest.to("a").with(name, value))).isEqualTo("http://a");
        assertThat(url(FakeRequest.to("a").with(name, value).from("11.0.0.1"))).isEqualTo("http://a");
    }

    @Test
    void believesItsProxies() {
        assertThat(url(FakeRequest.to("backend:8080")
                        .from(PROXY)
                        .with("X-Forwarded-Host", "Sip.Example.org")
                        .with("X-Forwarded-Proto", "HTTPS")))
                .isEqualTo("https://sip.example.org");
        assertThat(url(FakeRequest.to("sip.example.org")
                        .from(PROXY)
                        .with("X-Forwarded-Proto", "https")
                        .with("X-Forwarded-Port", "8443")))
                .isEqualTo("https://sip.example.org:8443");
        assertThat(url(FakeRequest.to("sip.example.org").from(PROXY))).isEqualTo("http://sip.example.org");
    }

    /** RFC 7239 §4 and §6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "host=a.example;proto=https|https://a.example",
                "for=192.0.2.60; proto=https; by=203.0.113.43; host=a.example|https://a.example",
                "For=\"[2001:db8:cafe::17]:4711\";Host=\"a.example:8443\";Proto=https|https://a.example:8443",
                "host=\"[2001:db8::1]:8080\"|http://[2001:db8::1]:8080",
                "host=evil.example, host=a.example|http://a.example",
                "for=1.2.3.4|http://b",
                "host|http://b",
                "proto=gopher|http://b",
            })
    void readsForwarded(String value, String url) {
        assertThat(url(FakeRequest.to("b").from(PROXY).with("Forwarded", value)))
                .isEqualTo(url);
    }

    @Test
    void believesOnlyWhatTheProxyNextToItHasAdded() {
        assertThat(url(FakeRequest.to("b")
                        .from(PROXY)
                        .with("X-Forwarded-Host", "evil.example, a.example")
                        .with("X-Forwarded-Proto", "http, https")))
                .isEqualTo("https://a.example");
    }

    /** Lines of one header are one list (RFC 9110 §5.3): a proxy may add a line of its own after the client's. */
    @Test
    void believesOnlyTheLastLine() {
        assertThat(url(FakeRequest.to("b")
                        .from(PROXY)
                        .with("X-Forwarded-Host", "evil.example")
                        .with("X-Forwarded-Host", "a.example")
                        .with("X-Forwarded-Proto", "http")
                        .with("X-Forwarded-Proto", "https")))
                .isEqualTo("https://a.example");
        assertThat(url(FakeRequest.to("b")
                        .from(PROXY)
                        .with("Forwarded", "host=evil.example")
                        .with("Forwarded", "host=a.example;proto=https")))
                .isEqualTo("https://a.example");
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-Proto,javascript", "X-Forwarded-Port,0", "X-Forwarded-Port,65536", "X-Forwarded-Port,x"})
    void ignoresWhatMakesNoSense(String name, String value) {
        assertThat(url(FakeRequest.to("b:8080").from(PROXY).with(name, value))).isEqualTo("http://b:8080");
    }

    private static String url(FakeRequest request) {
        RequestTarget target = target(request);
        Authority authority = target.authority().orElseThrow();
        return Origin.of(target.scheme(), authority.host(), authority.port(), target.path())
                .serialized();
    }

    static RequestTarget target(FakeRequest request) {
        RequestTarget target = new RequestTarget();
        target.request = request.build();
        target.settings = Configured.settings("trusted-proxies", "10.0.0.0/8");
        return target;
    }
}
