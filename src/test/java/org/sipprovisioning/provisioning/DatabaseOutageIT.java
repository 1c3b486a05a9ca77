package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests a database that stops and starts again: each client is told within seconds to try again, no change is half
 * done, and the server needs no restart.
 */
@InServer
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
class DatabaseOutageIT {
    private static final int CLIENTS = 10;
    /** With so many rounds the outage is longer than the time for which the server repeats a failed timer. */
    private static final int ROUNDS = 4;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);

    private record Timed(String request, Answer answer, Duration took) {
        @Override
        public String toString() {
            return request + ": " + answer.status() + " " + answer.text() + " after " + took;
        }
    }

    private final Phone phone = Phone.suite();
    /** A client with the key of the first admin. An Api would not accept a 503. */
    private final Phone asAdmin = phone.with("x-api-key", Api.SUPER_ADMIN_KEY);

    @Test
    void tenRequestsAreAnswered503InTimeAndTheNextOneAfterwards200() {
        List<TestAccount> accounts =
                IntStream.range(0, CLIENTS).mapToObj(i -> account()).toList();
        byte[] base = phone.get("/provisioning").body();
        String lateSpace = hostedSpace();

        Database.stop();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(Race.run(CLIENTS, client -> timed(accounts.get(client), client)))
                        .allSatisfy(answer -> {
                            assertUnavailable(answer);
                            assertThat(answer.took()).isLessThan(LIMIT);
                        });
            }
            assertThat(phone.get("/provisioning").body()).as("from the cache").isEqualTo(base);
            Answer health = phone.get("/api/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.text()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(phone.get("/api/ping").status()).isEqualTo(200);
        } finally {
            Database.start();
        }

        phone.config(accounts.get(0).url());
        assertThat(phone.get("/api/health").status()).isEqualTo(200);
        for (TestAccount account : accounts.subList(1, CLIENTS)) {
            assertThat(account.isActivated()).isFalse();
            phone.config(account.url());
        }
        Poll.until(NOTICED_WITHIN, () -> phone.host(lateSpace).config("/provisioning"));
        otherNodesAreStillListenedTo();
    }

    private void otherNodesAreStillListenedTo() {
        String space = hostedSpace(Map.of("custom_provisioning_entries", "[net]\nmtu=1300\n"));
        Rows.update("UPDATE space SET overwrite_all = TRUE, version = version + 1 WHERE domain = ?", space);
        Rows.update("UPDATE change_counter SET changes = changes + 1 WHERE name = 'space'");

        Poll.until(
                NOTICED_WITHIN,
                () -> assertThat(phone.host(space).config("/provisioning").of("net"))
                        .containsExactly(PhoneConfig.overwriting("net", "mtu", "1300")));
    }

    /** Sends one of five requests: to the URLs of a token, or to the API. */
    private Timed timed(TestAccount account, int client) {
        long start = System.nanoTime();
        Answer answer = switch (client % 5) {
            case 0 -> asAdmin.get(account.path());
            case 1 -> phone.get(account.url() + "?reset_password");
            case 2 -> phone.get("/provisioning/qrcode/" + account.token());
            case 3 -> asAdmin.send("POST", account.path() + "/provision");
            default -> phone.get(account.url());
        };
        return new Timed("kind " + client % 5, answer, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void assertUnavailable(Timed timed) {
        Answer answer = timed.answer();
        assertThat(answer.status()).as(timed.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("[0-9]+");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).doesNotContain("<config", "Exception", "jdbc", "provisioning");
    }
}
