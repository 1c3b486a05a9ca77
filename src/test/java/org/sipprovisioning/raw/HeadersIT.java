package org.sipprovisioning.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Server;

/**
 * Tests that no value of a header causes a server error or a hang, whoever reads the header: this application, a library or the server.
 * {@code -Drandom.seed} repeats a run. {@code -Drandom.cases} is the number of requests.
 */
@InServer
class HeadersIT {
    private static final int CASES = Integer.getInteger("random.cases", 1_000);
    private static final long SEED = Long.getLong("random.seed", new Random().nextLong());
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Correct requests of all kinds: with and without a body, for everyone and for callers with a role, of no resource. */
    private static final List<String> REQUESTS = List.of(
            "GET /",
            "GET /provisioning",
            "GET /provisioning/me",
            "GET /provisioning/no-such-token",
            "HEAD /provisioning",
            "GET /provisioning/documentation",
            "GET /api/ping",
            "GET /api/health",
            "GET /api/accounts?per_page=1",
            "GET /api/audit?per_page=1",
            "GET /contacts/vcard",
            "GET /no-such-path",
            "OPTIONS /api/keys",
            "DELETE /api/accounts/999999",
            "POST /api/keys {\"name\":\"hostile\"}",
            "POST /api/accounts/auth_token",
            "POST /api/accounts/me/password {\"password\":\"another\"}",
            "PUT /api/spaces/no-such.example {\"name\":\"hostile\"}");

    private static final class Requests implements Fuzzer.Source {
        @Override
        public Message request(Random random) {
            String[] parts = HostileValues.pick(REQUESTS, random).split(" ", 3);
            Message message = new Message(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
            if (random.nextBoolean()) {
                message.with("x-api-key", Api.SUPER_ADMIN_KEY);
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                Mutation.HEADER.apply(message, random);
            }
            return message;
        }

        @Override
        public boolean isFromResource(int status) {
            return status / 100 == 2;
        }

        @Override
        public List<String> secrets() {
            return List.of(Api.SUPER_ADMIN_KEY);
        }
    }

    @Test
    void noHeaderIsTooHostile() throws InterruptedException {
        String run = "random.seed=" + SEED + " random.cases=" + CASES;
        System.out.println(run);

        Fuzzer.Report report = new Fuzzer(
                        Server.suite().port(), new Requests(), new Log(Server.suiteConsole()), SEED, LIMIT)
                .run(CASES);

        System.out.println(report.statuses());
        assertThat(report.findings()).as(run).isEmpty();
    }

    @ParameterizedTest
    @Tag("smoke")
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer bnVsbA.e30.",
                "Bearer bnVsbA.bnVsbA.AA",
                "Bearer W10.W10.AA",
                "Bearer e30.e30.",
                "Basic YQ",
                "Basic !!",
                "Basic ",
                "Digest",
                "Digest username=\"",
                "Bearer"
            })
    void credentialThatIsNone(String credential) {
        for (String path : List.of("/", "/provisioning", "/api/ping")) {
            assertThat(get(path, credential).status()).as(path).isEqualTo(200);
        }
        assertThat(get("/provisioning/me", credential).status()).isEqualTo(401);
        assertThat(get("/no-such-path", credential).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @Tag("smoke")
    @CsvSource({"a/b;q=2,415", "a/b;q=,400", "*/*;q=*/*;q=,400", "a/b;charset=nope,415", "application/json;q=2,422"})
    void contentTypeThatIsNone(String type, int status) {
        assertThat(get("/provisioning", "Digest\r\nContent-Type: " + type).status())
                .isEqualTo(200);
        RawHttp.Answer answer = Server.suite()
                .raw()
                .send("POST /api/keys HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nx-api-key: "
                        + Api.SUPER_ADMIN_KEY + "\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    @Tag("smoke")
    void moreCookiesThanABrowserSends() {
        assertThat(get("/provisioning", "Digest\r\nCookie: " + "a=b; ".repeat(1_200))
                        .status())
                .isEqualTo(200);
        assertThat(get("/provisioning", "Digest" + "\r\nCookie: a=b; c=d; e=f; g=h".repeat(60))
                        .status())
                .isEqualTo(200);
    }

    /** Cookies of another application at the same host: WildFly looks for its session in them before any filter. */
    @ParameterizedTest
    @Tag("smoke")
    @ValueSource(
            strings = {"a=\u00e9", "a=\u00c3\u00a9; b=c", "\u00ff", "a=\"", "=", "$Version=x; a=b", "JSESSIONID=a"})
    void cookieThatIsNone(String cookie) {
        // Payara refuses such a byte before it asks the application.
        boolean isRefused = System.getProperty("it.server").equals("payara")
                && !cookie.chars().allMatch(c -> c < 0x80);
        for (String path : List.of("/", "/provisioning", "/api/ping")) {
            assertThat(get(path, "Digest\r\nCookie: " + cookie).status())
                    .as(path)
                    .isEqualTo(isRefused ? 400 : 200);
        }
    }

    private static RawHttp.Answer get(String path, String credential) {
        return Server.suite()
                .raw()
                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + credential + "\r\n\r\n");
    }
}
