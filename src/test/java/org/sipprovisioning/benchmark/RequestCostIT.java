package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Api.unique;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.key;
import static org.sipprovisioning.it.Fixtures.space;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests what the main requests cost, without a clock: statements and commits as MariaDB counts them, the size of the answer,
 * and the threads of the server. {@link BenchmarkIT} measures how long they take.
 */
@InServer
class RequestCostIT {
    /** Timers of the server use the database too, but hardly in each of so many tries. */
    private static final int TRIES = 6;

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 250;

    /** Far fewer than requests were sent; JIT compilers and the pools of the server start and end threads at any time. */
    private static final int THREADS_OF_THE_SERVER = 40;

    private final String domain = space();

    /** What a request costs at most. The providers of JPA differ, so WildFly (Hibernate) has numbers of its own. */
    private enum Request {
        BASE(0, 0, 0, 0, 400, 1_500) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                return () -> phone().get("/provisioning");
            }
        },
        TOKEN(7, 1, 7, 1, 400, 4_000) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                String token = account(domain).token();
                return () -> phone().get("/provisioning/" + token);
            }
        },
        KEY(4, 2, 4, 2, 400, 4_000) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                String key = key(account(domain, Map.of("activated", true)));
                return () -> phone().with("x-api-key", key).get("/provisioning/me");
            }
        },
        CHALLENGE(0, 0, 0, 0, 700, 300) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                String from = "sip:" + unique("user-") + "@" + domain;
                return () -> phone().with("From", from).get("/provisioning/me");
            }
        },
        DIGEST(6, 4, 6, 4, 600, 4_000) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                TestAccount account = account(domain, Map.of("activated", true));
                DigestLogin login = DigestLogin.challenged(account, PASSWORD, "/provisioning/me");
                return () -> phone().with("Authorization", login.header()).get("/provisioning/me");
            }
        },
        QR(0, 0, 0, 0, 600, 3_000) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                String token = account(domain).token();
                return () -> phone().get("/provisioning/qrcode/" + token);
            }
        },
        CREATE(11, 2, 11, 2, 400, 1_500) {
            @Override
            Supplier<RawHttp.Answer> prepare(String domain) {
                String json = "{\"username\":\"" + unique("user-") + "\",\"password\":\"" + PASSWORD
                        + "\",\"domain\":\"" + domain + "\"}";
                String request = "POST /api/accounts HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nx-api-key: "
                        + Api.SUPER_ADMIN_KEY + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json;
                return () -> Server.suite().raw().send(request);
            }
        };

        private final Cost cost;
        private final Cost costOnWildFly;
        private final int head;
        private final int body;

        Request(int statements, int commits, int statementsOnWildFly, int commitsOnWildFly, int head, int body) {
            this.cost = new Cost(statements, commits);
            this.costOnWildFly = new Cost(statementsOnWildFly, commitsOnWildFly);
            this.head = head;
            this.body = body;
        }

        /** Makes what the request needs, and returns the request itself. */
        abstract Supplier<RawHttp.Answer> prepare(String domain);

        Cost cost() {
            return "wildfly".equals(System.getProperty("it.server")) ? costOnWildFly : cost;
        }

        int status() {
            return this == CHALLENGE ? 401 : 200;
        }
    }

    private record Cost(long statements, long commits) {}

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
    void statementsAndCommits(Request request) throws SQLException {
        send(request);
        long statements = Long.MAX_VALUE;
        long commits = Long.MAX_VALUE;
        try (Connection connection = Database.connect()) {
            for (int i = 0; i < TRIES; i++) {
                Supplier<RawHttp.Answer> prepared = request.prepare(domain);
                Counters before = Counters.read(connection);
                assertThat(prepared.get().status()).isEqualTo(request.status());
                Counters cost = Counters.read(connection).since(before);
                statements = Math.min(statements, cost.statements());
                commits = Math.min(commits, cost.commits());
            }
        }

        assertThat(new Cost(statements, commits)).isEqualTo(request.cost());
    }

    @ParameterizedTest
    @EnumSource
    void sizeOfTheAnswer(Request request) {
        RawHttp.Answer answer = send(request);

        assertThat(head(answer)).as(answer.headers().toString()).isBetween(request.head / 4, request.head);
        assertThat(answer.body().length).as(answer.text()).isBetween(request.body / 20, request.body);
    }

    @Test
    void requestsLeaveNoThreadsBehind() throws Exception {
        load();
        long before = ProcessState.threads(Server.suitePid());

        load();

        assertThat(ProcessState.threads(Server.suitePid())).isLessThan(before + THREADS_OF_THE_SERVER);
    }

    private RawHttp.Answer send(Request request) {
        RawHttp.Answer answer = request.prepare(domain).get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(request.status());
        return answer;
    }

    private static Phone phone() {
        return Phone.suite();
    }

    /** Returns the length of all headers. */
    private static int head(RawHttp.Answer answer) {
        return answer.headers().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value + "\r\n"))
                .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private void load() throws Exception {
        String key = key(account(domain, Map.of("activated", true)));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<? extends Future<?>> running = IntStream.range(0, CLIENTS)
                .mapToObj(i -> clients.submit(() -> sendAll(key)))
                .toList();
        clients.shutdown();
        for (Future<?> client : running) {
            client.get();
        }
    }

    private static void sendAll(String key) {
        for (int i = 0; i < REQUESTS; i++) {
            Phone caller = i % 2 == 0 ? phone() : phone().with("x-api-key", key);
            assertThat(caller.get(i % 2 == 0 ? "/provisioning" : "/provisioning/me").status()).isEqualTo(200);
        }
    }
}
