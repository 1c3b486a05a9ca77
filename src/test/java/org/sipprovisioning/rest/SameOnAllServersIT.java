package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Server;

/** Tests requests that each server would answer in its own way if the application did not answer them. */
@InServer
class SameOnAllServersIT {

    @ParameterizedTest
    @ValueSource(strings = {"/provisioning", "/api/accounts"})
    void traceIsRefused(String path) {
        assertThat(send("TRACE", path).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"POST,/", "PUT,/index.html", "PATCH,/", "OPTIONS,/index.html", "FOO,/"})
    void frontPageIsReadOnly(String method, String path) {
        Answer answer = send(method, path);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertOwnBody(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/nothing/", "/index.html/", "/favicon.ico", "/web-inf/web.xml"})
    void unknownPathsHaveNoMethods(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"}) {
            Answer answer = send(method, path);
            assertThat(answer.status()).as(method).isEqualTo(404);
            assertOwnBody(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/provisioning", "/provisioning/documentation", "/api/ping", "/api/health"})
    void headTellsTheLengthOfGet(String path) {
        Answer get = send("GET", path);
        Answer head = send("HEAD", path);
        assertThat(head.status()).isEqualTo(get.status()).isEqualTo(200);
        assertThat(head.header("Content-Length"))
                .isEqualTo(get.header("Content-Length"))
                .isEqualTo(Integer.toString(get.body().length));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/plain;q=x", ",", "a/b;q=5", "*/*;q=0", ""})
    void anyAcceptGetsTheDocument(String accept) {
        Answer answer = send("GET", "/provisioning", "Accept: " + accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(send("GET", "/api/ping", "Accept: " + accept).status()).isEqualTo(200);
    }

    /** WildFly refuses these requests before they reach an application, with an empty body. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/provisioning?%zz", "/provisioning?a=%", "/api/accounts/{", "/api/accounts/|", "/provisioning/<"
            })
    void whatBreaksRfc3986(String target) {
        Answer answer = send("GET", target);
        assertThat(answer.status()).isEqualTo(400);
        if (answer.body().length > 0) {
            assertOwnBody(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void whoIsAskedBeforeWhatWasSent(String type) {
        Answer answer = send("POST", "/api/accounts", "Content-Type: " + type, "Content-Length: 0");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Digest realm=\"sip.example.org\", ");
    }

    @Test
    void noHeadersOfTheServersOwn() {
        for (String path : new String[] {"/", "/nothing", "/provisioning", "/api/accounts"}) {
            assertThat(send("GET", path).headers())
                    .doesNotContainKeys(
                            "server", "x-powered-by", "content-language", "set-cookie", "$wsep", "transfer-encoding");
        }
    }

    private static void assertOwnBody(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(answer.text()).startsWith("{\"message\":");
    }

    private static Answer send(String method, String target, String... headers) {
        String host = "127.0.0.1:" + Server.suite().port();
        String lines = String.join(
                "", Arrays.stream(headers).map(line -> line + "\r\n").toList());
        return Server.suite()
                .raw()
                .send(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines
                        + "Connection: close\r\n\r\n");
    }
}
