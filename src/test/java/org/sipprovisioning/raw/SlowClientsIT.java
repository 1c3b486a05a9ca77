package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Routes;
import org.sipprovisioning.it.Server;

/** Tests that no client holds a thread of the server by a body that comes slowly or never. */
@InServer
class SlowClientsIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n";
    private static final String JSON = "Content-Type: application/json\r\nContent-Length: 1000\r\n";
    private static final String LONG_JSON = "Content-Type: application/json\r\nContent-Length: 1000000\r\n";
    private static final String CHUNKS = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
    private static final String KEY = "{\"name\":\"a key\"}";

    /** The servers themselves would wait 30 s for each piece of a body. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final Duration OF_A_CALLER = Duration.ofSeconds(25);
    private static final int IN_PARALLEL = 50;
    private static final int BODIES_OF_ONE_CALLER = 8;

    @Test
    void aStrangersBodyIsNotAwaited() {
        List<String> heads = Stream.concat(Stream.of("/", "/no-such-path", "/api/no-such-path"), paths())
                .flatMap(path -> Stream.of("GET ", "POST ", "PUT ", "DELETE ", "OPTIONS ")
                        .map(method -> method + path + " HTTP/1.1\r\nHost: localhost\r\n"))
                .flatMap(head -> Stream.of(head + FORM, head + JSON))
                .toList();
        AtomicInteger next = new AtomicInteger();

        List<List<String>> unanswered = Race.run(
                IN_PARALLEL,
                () -> IntStream.generate(next::getAndIncrement)
                        .takeWhile(i -> i < heads.size())
                        .mapToObj(heads::get)
                        .filter(head -> !isAnswered(head))
                        .toList());

        assertThat(heads).hasSizeGreaterThan(300);
        assertThat(unanswered.stream().flatMap(List::stream)).isEmpty();
    }

    private static Stream<String> paths() {
        return Routes.all().stream()
                .map(route -> route.path().replaceAll("\\{[a-z_]+}", "0"))
                .distinct();
    }

    private static boolean isAnswered(String head) {
        try {
            return answer(head).status() < 500;
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    /** A form is refused, and what is not there is not found, before the body is read. */
    @Test
    @Tag("smoke")
    void aCallersBodyIsReadOnlyWhereTheRouteTakesIt() {
        String superAdmin = "x-api-key: " + Api.SUPER_ADMIN_KEY + "\r\n";

        assertThat(answer(post("/api/keys") + superAdmin + FORM).status()).isEqualTo(415);
        assertThat(answer(post("/api/accounts/0/activate") + superAdmin + JSON).status())
                .isEqualTo(404);
        assertThat(answer(post("/api/ping") + superAdmin + JSON).status()).isEqualTo(405);
        assertThat(answer(post("/api/accounts") + "x-api-key: no-key\r\n" + JSON)
                        .status())
                .isEqualTo(401);
        assertThat(answer(post("/api/accounts") + keyOf(Map.of("activated", true)) + JSON)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("smoke")
    void aCallersSlowBodyEnds() {
        String head = post("/api/keys") + keyOfAdmin();
        List<SlowClients.Kind> kinds = List.of(
                new SlowClients.Kind(head + JSON + "\r\n", "", true),
                new SlowClients.Kind(head + JSON + "\r\n", " ", true),
                new SlowClients.Kind(head + CHUNKS + "\r\n", "1\r\n \r\n", true),
                new SlowClients.Kind(head + CHUNKS + "\r\n1\r\n \r\n", "0", true));

        List<String> answers = Race.run(kinds.size(), runner -> untilClosed(kinds.get(runner)));

        assertThat(answers.subList(0, 3))
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 408 ")
                        .containsIgnoringCase("\r\nConnection: close\r\n")
                        .contains("\"message\""));
        // Payara refuses such a long size of a chunk
        assertThat(answers.get(3)).matches("(?s)HTTP/1.1 40[08] .*");
    }

    @Test
    @Tag("smoke")
    void aCallerMaySlowDownEightBodiesOnly() {
        String key = keyOfAdmin();
        try (SlowClients slow = new SlowClients(Server.suite().port())) {
            slow.add(
                    BODIES_OF_ONE_CALLER,
                    new SlowClients.Kind(post("/api/keys") + key + LONG_JSON + "\r\n", " ", true));

            Poll.until(OF_A_CALLER, () -> {
                RawHttp.Answer refused = answer(post("/api/keys") + key, KEY);
                assertThat(refused.status()).as("%s", slow.answers()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("1");
            });

            assertThat(answer(post("/api/keys") + keyOfAdmin(), KEY).status()).isEqualTo(201);
            assertThat(answer("GET /api/accounts/me HTTP/1.1\r\nHost: localhost\r\n" + key)
                            .status())
                    .isEqualTo(200);
        }
        Poll.until(
                OF_A_CALLER,
                () -> assertThat(answer(post("/api/keys") + key, KEY).status()).isEqualTo(201));
    }

    private static String post(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    }

    private static String keyOfAdmin() {
        return keyOf(Map.of("activated", true, "admin", true));
    }

    private static String keyOf(Map<String, ?> account) {
        return "x-api-key: " + Fixtures.key(Fixtures.account(Fixtures.space(), account)) + "\r\n";
    }

    private static RawHttp.Answer answer(String head, String body) {
        return answer(head + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /**
     * Sends a head, whose body does not come unless it is a part of the head. Fails without an answer. Uses an address of its own, because
     * the server counts failures by address.
     */
    private static RawHttp.Answer answer(String head) {
        return Server.suite().raw().from("127.0.14.1").patience(AT_ONCE).send(head + "\r\n");
    }

    /** Sends slowly until the server closes the connection. Returns what it has sent, or fails after the time. */
    private static String untilClosed(SlowClients.Kind kind) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        long end = System.nanoTime() + OF_A_CALLER.toNanos();
        try (Socket socket = new Socket("127.0.0.1", Server.suite().port())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(kind.head().getBytes(ISO_8859_1));
            while (!isClosed(socket, received)) {
                assertThat(System.nanoTime()).as("%s %s", kind, received).isLessThan(end);
                socket.getOutputStream().write(kind.bytes().getBytes(ISO_8859_1));
            }
        } catch (SocketException closed) {
            return received.toString(ISO_8859_1);
        }
        return received.toString(ISO_8859_1);
    }

    /** Reads for a second at most. */
    private static boolean isClosed(Socket socket, ByteArrayOutputStream received) throws IOException {
        byte[] buffer = new byte[1_000];
        try {
            int count = socket.getInputStream().read(buffer);
            received.write(buffer, 0, Math.max(count, 0));
            return count < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
