package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.settings.Configured;

class RequestTargetTest {

    private static final String PROXY = "10.1.2.3";
    private static final List<String> FAMILIES = List.of("x-forwarded", "forwarded");

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
        for (String family : FAMILIES) {
            assertThat(url(FakeRequest.to("a").with(name, value), family)).isEqualTo("http://a");
            assertThat(url(FakeRequest.to("a").with(name, value).from("11.0.0.1"), family))
                    .isEqualTo("http://a");
        }
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
                "host=\"a\\.example\"|http://a.example",
            })
    void readsForwarded(String value, String url) {
        assertThat(url(FakeRequest.to("b").from(PROXY).with("Forwarded", value), "forwarded"))
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x, host=evil.example", "x;host=evil.example;y"})
    void quotedStringIsNotSplit(String host) {
        FakeRequest request =
                FakeRequest.to("b").from(PROXY).with("Forwarded", "for=1.2.3.4;host=\"" + host + "\";proto=https");

        assertThat(target(request, "forwarded").authority()).isEmpty();
        assertThat(target(request, "forwarded").scheme()).isEqualTo("https");
    }

    /** A proxy that sets one family passes the client's own headers of the other family on. */
    @Test
    void ignoresTheOtherFamily() {
        FakeRequest request = FakeRequest.to("b")
                .from(PROXY)
                .with("X-Forwarded-For", "198.51.100.7")
                .with("X-Forwarded-Host", "x.example")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Port", "8443")
                .with("fORWARDED", "for=203.0.113.77;host=f.example:444;proto=http");

        assertThat(url(request, "x-forwarded")).isEqualTo("https://x.example:8443");
        assertThat(client(request, "x-forwarded")).isEqualTo("198.51.100.7");
        assertThat(url(request, "forwarded")).isEqualTo("http://f.example:444");
        assertThat(client(request, "forwarded")).isEqualTo("203.0.113.77");
    }

    @Test
    void otherFamilyAloneIsIgnoredToo() {
        FakeRequest standard = FakeRequest.to("b").from(PROXY).with("Forwarded", "for=1.2.3.4;host=a;proto=https");
        FakeRequest common = FakeRequest.to("b")
                .from(PROXY)
                .with("X-Forwarded-For", "1.2.3.4")
                .with("X-Forwarded-Host", "a")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Port", "444");

        assertThat(url(standard, "x-forwarded")).isEqualTo("http://b");
        assertThat(client(standard, "x-forwarded")).isEqualTo(PROXY);
        assertThat(url(common, "forwarded")).isEqualTo("http://b");
        assertThat(client(common, "forwarded")).isEqualTo(PROXY);
    }

    @Test
    void believesOnlyWhatTheProxyNextToItHasAdded() {
        assertThat(url(FakeRequest.to("b")
                        .from(PROXY)
                        .with("X-Forwarded-Host", "evil.example, a.example")
                        .with("X-Forwarded-Proto", "http, https")))
                .isEqualTo("https://a.example");
    }

    /**
     * The lines of a header are one list (RFC 9110 §5.3). A proxy may add its own line after the line of the client.
     */
    @Test
    void believesOnlyTheLastLine() {
        assertThat(url(FakeRequest.to("b")
                        .from(PROXY)
                        .with("X-Forwarded-Host", "evil.example")
                        .with("X-Forwarded-Host", "a.example")
                        .with("X-Forwarded-Proto", "http")
                        .with("X-Forwarded-Proto", "https")))
                .isEqualTo("https://a.example");
        assertThat(url(
                        FakeRequest.to("b")
                                .from(PROXY)
                                .with("Forwarded", "host=evil.example")
                                .with("Forwarded", "host=a.example;proto=https"),
                        "forwarded"))
                .isEqualTo("https://a.example");
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-Proto,javascript", "X-Forwarded-Port,0", "X-Forwarded-Port,65536", "X-Forwarded-Port,x"})
    void ignoresWhatMakesNoSense(String name, String value) {
        assertThat(url(FakeRequest.to("b:8080").from(PROXY).with(name, value))).isEqualTo("http://b:8080");
    }

    @Test
    void clientIsWhoIsConnected() {
        assertThat(client(new FakeRequest().from("198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(client(new FakeRequest().from("2001:db8:0:0:0:0:0:7"))).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X-Forwarded-For|198.51.100.7",
                "Forwarded|for=198.51.100.7",
            })
    void clientIsNotWhomAStrangerNames(String name, String value) {
        assertThat(client(new FakeRequest().from("203.0.113.1").with(name, value), familyOf(name)))
                .isEqualTo("203.0.113.1");
    }

    /** The list is read from right to left, as long as its addresses are those of trusted proxies. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X-Forwarded-For|198.51.100.7|198.51.100.7",
                "X-Forwarded-For|198.51.100.7:4711|198.51.100.7",
                "X-Forwarded-For|2001:db8::7|2001:db8:0:0:0:0:0:7",
                "X-Forwarded-For|[2001:db8::7]:4711|2001:db8:0:0:0:0:0:7",
                "X-Forwarded-For|192.0.2.1, 198.51.100.7|198.51.100.7",
                "X-Forwarded-For|192.0.2.1, 198.51.100.7, 10.0.0.2|198.51.100.7",
                "X-Forwarded-For|10.0.0.3, 10.0.0.2|10.0.0.3",
                "X-Forwarded-For|192.0.2.1, unknown|10.1.2.3",
                "X-Forwarded-For|192.0.2.1,|10.1.2.3",
                "Forwarded|for=192.0.2.1, for=198.51.100.7;proto=https|198.51.100.7",
                "Forwarded|for=\"[2001:db8::7]:4711\"|2001:db8:0:0:0:0:0:7",
                "Forwarded|for=192.0.2.1, proto=https|10.1.2.3",
                // What a client has left open does not reach into what the proxy has added
                "Forwarded|for=\"x, for=198.51.100.7;host=\"b\"|198.51.100.7",
                "Forwarded|for=192.0.2.1;x=\"\\, for=198.51.100.7;host=\"b\"|198.51.100.7",
                "Forwarded|for=198.51.100.7;host=\"b,for=192.0.2.1\"|198.51.100.7",
            })
    void clientIsWhomTheProxiesName(String name, String value, String client) {
        assertThat(client(new FakeRequest().from(PROXY).with(name, value), familyOf(name)))
                .isEqualTo(client);
    }

    @Test
    void linesOfOneHeaderAreOneList() {
        assertThat(client(new FakeRequest()
                        .from(PROXY)
                        .with("X-Forwarded-For", "192.0.2.1")
                        .with("X-Forwarded-For", "198.51.100.7")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void networkOfAClientIsItsAddressOrThe64OfIt() {
        assertThat(new ClientAddress("198.51.100.7").network()).isEqualTo("198.51.100.7");
        assertThat(new ClientAddress("2001:db8:1:2:3:4:5:6").network())
                .isEqualTo(new ClientAddress("2001:db8:1:2::7").network())
                .isNotEqualTo(new ClientAddress("2001:db8:1:3::7").network());
    }

    private static String familyOf(String name) {
        return name.equals("Forwarded") ? "forwarded" : "x-forwarded";
    }

    private static String client(FakeRequest request) {
        return client(request, "x-forwarded");
    }

    private static String client(FakeRequest request, String family) {
        return target(request, family).client().text();
    }

    private static String url(FakeRequest request) {
        return url(request, "x-forwarded");
    }

    private static String url(FakeRequest request, String family) {
        RequestTarget target = target(request, family);
        Authority authority = target.authority().orElseThrow();
        String port = authority.port() < 0 ? "" : ":" + authority.port();
        return target.scheme() + "://" + authority.host() + port + target.contextPath();
    }

    private static RequestTarget target(FakeRequest request) {
        return target(request, "x-forwarded");
    }

    private static RequestTarget target(FakeRequest request, String family) {
        return request.target(Configured.settings("trusted-proxies", "10.0.0.0/8", "proxy-headers", family));
    }
}
