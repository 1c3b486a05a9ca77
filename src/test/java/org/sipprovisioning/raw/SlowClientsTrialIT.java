package org.sipprovisioning.raw;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Server;

/**
 * Tests that others are answered while slow clients are connected. {@code -Dslow.connections} is the number of these, and
 * {@code -Dslow.seconds} the time.
 */
@InServer
class SlowClientsTrialIT {
    private static final int CONNECTIONS = Integer.getInteger("slow.connections", 100);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("slow.seconds", 5));
    private static final int OTHERS = 4;

    private static final String JSON = "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n";

    @Test
    void othersAreAnswered() {
        String key = Fixtures.key(Fixtures.account(Fixtures.space(), Map.of("activated", true, "admin", true)));
        Api other = Fixtures.adminOf(Fixtures.space());
        List<Supplier<Api.Answer>> requests = List.of(
                () -> Api.anonymous().get("/provisioning"),
                () -> Api.anonymous().get("/api/ping"),
                () -> other.get("/api/accounts/me"),
                () -> other.post(
                        "/api/keys",
                        Json.createObjectBuilder().add("name", "a key").build()));
        try (SlowClients slow = new SlowClients(Server.suite().port())) {
            kinds(key).forEach(kind -> slow.add(CONNECTIONS / kinds(key).size(), kind));

            List<Long> nanos = Race.run(OTHERS, runner -> times(requests)).stream()
                    .flatMap(List::stream)
                    .sorted()
                    .toList();

            System.out.printf(
                    "%d slow connections, %d opened in %d s; %d other requests: median %d ms, longest %d ms%n",
                    CONNECTIONS,
                    slow.opened(),
                    TIME.toSeconds(),
                    nanos.size(),
                    nanos.get(nanos.size() / 2) / 1_000_000,
                    nanos.get(nanos.size() - 1) / 1_000_000);
            assertThat(nanos).hasSizeGreaterThanOrEqualTo(OTHERS * requests.size());
            assertThat(slow.opened())
                    .isGreaterThanOrEqualTo(CONNECTIONS / kinds(key).size());
        }
    }

    /** Forms and JSON of strangers, and JSON of one caller: all with one byte each second. */
    private static List<SlowClients.Kind> kinds(String key) {
        String post = "POST /api/keys HTTP/1.1\r\nHost: localhost\r\n";
        return List.of(
                new SlowClients.Kind(post + JSON.replace("json", "x-www-form-urlencoded"), " ", true),
                new SlowClients.Kind(post.replace("keys", "accounts/auth_token/0/attach") + JSON, " ", true),
                new SlowClients.Kind("GET /provisioning HTTP/1.1\r\nHost: localhost\r\n" + JSON, " ", true),
                new SlowClients.Kind(post + "x-api-key: " + key + "\r\n" + JSON, " ", true));
    }

    /** Sends requests one after the other until the time is over. Each must succeed. */
    private static List<Long> times(List<Supplier<Api.Answer>> requests) {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + TIME.toNanos();
        while (System.nanoTime() < end) {
            for (Supplier<Api.Answer> request : requests) {
                long start = System.nanoTime();
                assertThat(request.get().status()).isBetween(200, 299);
                times.add(System.nanoTime() - start);
            }
        }
        return times;
    }
}
