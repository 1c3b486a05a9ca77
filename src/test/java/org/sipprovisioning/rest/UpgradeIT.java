package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.accountFields;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Server;

/** Tests that a request to upgrade the connection to another protocol is answered as if it asked for nothing. */
@InServer
class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String H2C = "h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA";
    private static final String WEBSOCKET =
            "websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    private final Server server = Server.suite();

    /** Without further settings, Java's client asks for HTTP/2 by an upgrade. */
    @Test
    void javasClientWithItsDefaultsMakesAccounts() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = client.send(
                    server.request("/api/accounts")
                            .timeout(PATIENCE)
                            .header("x-api-key", Api.SUPER_ADMIN_KEY)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(
                                    accountFields().build().toString()))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {H2C, WEBSOCKET, "x", "TLS/1.2, x/1", ""})
    void aBodyIsRead(String upgrade) {
        String body = account();
        assertAccepted(post(upgrade, "Content-Length: " + body.length(), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {H2C, WEBSOCKET, "x"})
    void aBodyInChunksIsRead(String upgrade) {
        String body = account();
        String chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        assertAccepted(post(upgrade, "Transfer-Encoding: chunked", chunks));
    }

    @ParameterizedTest
    @ValueSource(strings = {H2C, WEBSOCKET, "x"})
    void aRequestWithoutABodyIsAnswered(String upgrade) {
        Answer answer = server.raw().patience(PATIENCE).send(head("GET /api/ping", upgrade) + "\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("pong");
        assertThat(answer.headers()).doesNotContainKey("upgrade");
    }

    private static String account() {
        return accountFields().build().toString();
    }

    private Answer post(String upgrade, String length, String body) {
        return server.raw()
                .patience(PATIENCE)
                .send(head("POST /api/accounts", upgrade) + "x-api-key: " + Api.SUPER_ADMIN_KEY
                        + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n" + body);
    }

    private String head(String request, String upgrade) {
        return request + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: " + upgrade + "\r\n";
    }

    private static void assertAccepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("upgrade");
    }
}
