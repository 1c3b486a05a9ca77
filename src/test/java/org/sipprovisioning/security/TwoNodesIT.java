package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.DigestLogin;
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

    private DigestLogin login() {
        return DigestLogin.challenged(account, PASSWORD, ME);
    }

    private static int status(Server server, String header) {
        return server.send(server.request(ME).header("Authorization", header)).statusCode();
    }
}
