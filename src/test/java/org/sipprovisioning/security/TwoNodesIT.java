package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/** Tests that two servers with one MariaDB are like one server to their clients. */
@InServer
class TwoNodesIT {
    private static final String ME = "/provisioning/me";

    @TempDir
    static Path directory;

    private static ServerProcess second;

    private final TestAccount account = account();

    @BeforeAll
    static void startTheSecond() {
        assumeTrue(Database.kind() == Database.Kind.MARIADB, "H2 is for one server");
        Map<String, String> environment = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("PROVISIONING_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        environment.put("PROVISIONING_AUTH_TOKEN", "false");
        second = ServerProcess.start(directory, environment);
    }

    @AfterAll
    static void stopTheSecond() {
        if (second != null) {
            second.close();
        }
    }

    @Test
    void challengeOfOneIsAnsweredToTheOther() {
        String header = login().header();

        assertThat(status(second.server(), header)).isEqualTo(200);
    }

    @Test
    void replayOnTheOtherIsStale() {
        String header = login().header();
        assertThat(status(Server.suite(), header)).isEqualTo(200);

        assertThat(status(second.server(), header)).isEqualTo(401);
        assertThat(status(Server.suite(), header)).isEqualTo(401);
    }

    @Test
    void ofManyAtOnceOnBothOneGetsIn() {
        for (int round = 0; round < 5; round++) {
            String header = login().header();
            AtomicInteger turn = new AtomicInteger();

            List<Integer> statuses = Race.run(
                    20, () -> status(turn.getAndIncrement() % 2 == 0 ? Server.suite() : second.server(), header));

            assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        }
    }

    /** The setting differs, so that one server shows both sides of it: a token that is good at one node is unknown at the other. */
    @Test
    void nodeWithoutAuthTokensKnowsNone() {
        String attached = Fixtures.authToken(Optional.of(account));
        String fresh = Fixtures.authToken(Optional.empty());
        Api user = Api.withKey(second.server(), Fixtures.key(account));
        String unknown =
                user.get("/provisioning/AAAAAAAAAAAAAAAAAAAAAA").is(404).body();

        for (int i = 0; i < 12; i++) {
            assertThat(user.call("POST", "/api/accounts/auth_token").is(404).body())
                    .isEqualTo(unknown);
        }
        user.call("POST", "/api/accounts/auth_token/" + fresh + "/attach").is(404);
        user.get("/api/accounts/auth_token/" + fresh + "/attach").is(404);
        user.get("/api/accounts/me/api_key/" + attached).is(404);
        assertThat(user.get("/provisioning/auth_token/" + attached).is(404).body())
                .isEqualTo(unknown);
        user.with("Accept", "text/html")
                .get("/provisioning/auth_token/" + attached)
                .is(404);

        Api.anonymous().get("/provisioning/auth_token/" + attached).is(200);
        Api.withKey(Fixtures.key(account))
                .call("POST", "/api/accounts/auth_token/" + fresh + "/attach")
                .is(200);
    }

    private DigestLogin login() {
        return DigestLogin.challenged(account, PASSWORD, ME);
    }

    private static int status(Server server, String header) {
        return server.send(server.request(ME).header("Authorization", header)).statusCode();
    }
}
