package org.sipprovisioning.security.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the fetch of keys from a server that the application does not control. */
@Timeout(20)
class JwksFetchTest {
    private static final Issuer ISSUER = Issuer.withEcKey("x", "one");
    private static final String SET = new JWKSet(ISSUER.key()).toPublicJWKSet().toString();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static HttpsSite site;

    private final AtomicInteger requests = new AtomicInteger();
    private final StringBuilder logged = new StringBuilder();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.append(new SimpleFormatter().formatMessage(record)).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void start(@TempDir Path directory) {
        site = HttpsSite.start(directory);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void listen() {
        Logger.getLogger(JwksFetch.class.getName()).addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger(JwksFetch.class.getName()).removeHandler(handler);
    }

    @Test
    void readsTheKeys() {
        answer(exchange -> send(exchange, 200, SET.getBytes(UTF_8)));

        assertThat(fetch("/keys?a=b", true)).isPresent();
        assertThat(logged).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 307, 308, 304, 401, 404, 500})
    void followsNoRedirectAndTakesNothingButOk(int status) {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", site.uri("/elsewhere").toString());
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
            send(exchange, status, status == 204 || status == 304 ? new byte[0] : SET.getBytes(UTF_8));
        });

        assertThat(fetch("/keys?secret=value", true)).isEmpty();
        assertThat(requests).hasValue(1);
        assertThat(logged.toString())
                .hasLineCount(1)
                .contains("/keys: ")
                .contains("answers " + status)
                .doesNotContain("secret");
    }

    @Test
    void readsAMegabyteAndNoMore() {
        byte[] large = (SET + " ".repeat((1 << 20) - SET.length())).getBytes(UTF_8);
        answer(exchange -> send(exchange, 200, large));
        assertThat(fetch("/keys", true)).isPresent();

        byte[] tooLarge = (SET + " ".repeat((1 << 20) - SET.length() + 1)).getBytes(UTF_8);
        answer(exchange -> send(exchange, 200, tooLarge));
        assertThat(fetch("/keys", true)).isEmpty();
        assertThat(logged).contains("more than 1048576 bytes");
    }

    @Test
    void refusesWhatIsNoSet() {
        answer(exchange -> send(exchange, 200, "<html>\nx".getBytes(UTF_8)));

        assertThat(fetch("/keys", true)).isEmpty();
        assertThat(logged.toString()).hasLineCount(1).doesNotContain("html");
    }

    /**
     * The name resolves to a private address, which DNS may return at any time. The application must not connect to it.
     */
    @Test
    void asksNoPrivateAddress() {
        answer(exchange -> send(exchange, 200, SET.getBytes(UTF_8)));

        assertThat(fetch("/keys", false)).isEmpty();
        assertThat(requests).hasValue(0);
        assertThat(logged).contains("its address is private");
    }

    @Test
    void waitsNoLongerForASilentServer() {
        CountDownLatch end = new CountDownLatch(1);
        answer(exchange -> {
            for (int i = 0; i < 100 && !await(end); i++) {
                exchange.getRequestMethod();
            }
            exchange.close();
        });

        assertThat(fetch("/keys", true, Duration.ofMillis(800))).isEmpty();
        end.countDown();
        assertThat(logged).contains("SocketTimeoutException");
    }

    /** The server sends a byte from time to time. An ordinary read timeout would begin anew with each byte. */
    @Test
    void waitsNoLongerForADrippingServer() {
        CountDownLatch end = new CountDownLatch(1);
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100 && !await(end); i++) {
                    out.write(' ');
                    out.flush();
                }
                out.write(SET.getBytes(UTF_8));
            }
        });

        assertThat(fetch("/keys", true, Duration.ofMillis(1_500))).isEmpty();
        end.countDown();
        assertThat(logged).contains("SocketTimeoutException");
    }

    /** The certificate of the test's server is for localhost only. */
    @Test
    void asksOnlyWhomTheCertificateNames() {
        answer(exchange -> send(exchange, 200, SET.getBytes(UTF_8)));
        URI other = URI.create("https://127.0.0.1:" + site.uri("/").getPort() + "/keys");

        assertThat(new JwksFetch(other, new GuardedConnections(site.trusting(), true, PATIENCE)).fetch())
                .isEmpty();
        assertThat(requests).hasValue(0);
    }

    @Test
    void asksNobodyWhoIsNotTrusted() {
        answer(exchange -> send(exchange, 200, SET.getBytes(UTF_8)));

        assertThat(new JwksFetch(site.uri("/keys"), new GuardedConnections(true)).fetch())
                .isEmpty();
        assertThat(requests).hasValue(0);
    }

    private void answer(HttpHandler answering) {
        site.answer(exchange -> {
            requests.incrementAndGet();
            answering.handle(exchange);
        });
    }

    private static Optional<JwkList> fetch(String path, boolean allowPrivate) {
        return fetch(path, allowPrivate, PATIENCE);
    }

    private static Optional<JwkList> fetch(String path, boolean allowPrivate, Duration patience) {
        return new JwksFetch(site.uri(path), new GuardedConnections(site.trusting(), allowPrivate, patience)).fetch();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static boolean await(CountDownLatch end) {
        try {
            return end.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
