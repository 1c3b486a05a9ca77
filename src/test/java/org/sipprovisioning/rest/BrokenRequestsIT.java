package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Server;

/** Tests that invalid requests are refused: never with 2xx, 3xx or 5xx, and without naming the server in the answer. */
@InServer
class BrokenRequestsIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%0",
                "%zz",
                "%u0041",
                "%00",
                "%5C",
                "\\",
                "%FF",
                "\u00ff\u00fe",
                "%C0%AF",
                "a\rb",
                "a\nb",
                "a b",
                "../../..",
                "\u0001"
            })
    void brokenPath(String end) {
        assertRefused(Server.suite().raw().get("/no-such-path/" + end));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void overlongPath(int length) {
        assertRefused(Server.suite().raw().get("/no-such-path/" + "a".repeat(length)));
    }

    static int[] lengths() {
        return new int[] {7_000, 10_240, 100_000};
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-path", "*", "//no-such-path", "/%2e%2e/%2e%2e/etc/passwd", "/WEB-INF/web.xml"})
    void pathThatLeadsElsewhere(String target) {
        assertRefused(Server.suite().raw().get(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":80", "a:b", "a b", "[", "a\u0000b"})
    void brokenHost(String host) {
        assertRefused(Server.suite().raw().get("/no-such-path", host));
    }

    @Test
    void twoHosts() {
        assertRefused(Server.suite()
                .raw()
                .send("GET /provisioning HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/provisioning?a=%zz",
                "/provisioning?a=<",
                "/provisioning/[]",
                "/provisioning/.",
                "//provisioning",
                "/provisioning%2Fdocumentation",
                "/provisioning;a=b",
                "/api/ping;a=b",
                "/api/../provisioning",
                "/META-INF/MANIFEST.MF",
                "/index.jsp",
                "/console",
                "/wildfly-services"
            })
    void targetThatServersReadInDifferentWays(String target) {
        assertRefused(Server.suite().raw().get(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/nothing", "/provisioning", "/api/ping", "/x.jsp"})
    void nobodyIsSentTheirOwnRequest(String target) {
        assertRefused(Server.suite()
                .raw()
                .send("TRACE " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health", "/openapi", "/openapi/"})
    void pagesOfTheServerItself(String target) {
        assertRefused(Server.suite().raw().get(target));
    }

    private static void assertRefused(Answer answer) {
        if (isLibertysOwn(answer)) {
            return;
        }
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.text())
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("wildfly")
                .doesNotContain("<", "Exception");
    }

    /**
     * Whether the answer is one of Open Liberty itself. It refuses some requests before they reach an application, and
     * its answer cannot be configured (docs/adr/0013).
     */
    private static boolean isLibertysOwn(Answer answer) {
        return "openliberty".equals(System.getProperty("it.server"))
                && (answer.status() == 505 && answer.body().length == 0
                        || answer.status() == 400 && answer.text().startsWith("<H1>CWWWC0005I"));
    }
}
