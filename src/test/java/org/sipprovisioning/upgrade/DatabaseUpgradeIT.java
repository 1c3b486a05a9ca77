package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.ServerProcess;

/**
 * Tests that a database of an earlier version is upgraded, that nothing is lost, and what a server of the earlier version
 * does with it meanwhile and afterwards. Each test but one has a database of its own, restored from the installation's backup.
 */
@Tag("upgrade")
class DatabaseUpgradeIT {
    private static final String MARIADB = "MARIADB";

    @TempDir
    private static Path directory;

    private static Installation old;

    @BeforeAll
    static void install() throws SQLException, IOException {
        old = Installation.make(directory);
    }

    @AfterAll
    static void remove() {
        if (old != null) {
            old.close();
        }
    }

    /** As an operator with one server does it: stop, replace, start, in the same directory and with the same database. */
    @Test
    void inPlaceNothingIsLost() throws SQLException {
        try (ServerProcess server = old.server()) {
            server.install(Version.NEW);
            Start.timed("payara, new version", server);
            assertUpgraded(server, Installation.ORIGINAL);
        }
    }

    /** Both are started at the same time, because a start is slow. */
    @Test
    @EnabledIfSystemProperty(named = "it.database", matches = MARIADB)
    void onTheOtherServersNothingIsLost() throws SQLException, IOException {
        List<String> kinds = List.of("wildfly", "openliberty");
        List<ServerProcess> servers = List.of(
                old.restored(kinds.get(0), Version.NEW, kinds.get(0)),
                old.restored(kinds.get(1), Version.NEW, kinds.get(1)));
        try {
            Race.run(2, i -> {
                Start.timed(kinds.get(i) + ", new version", servers.get(i));
                return kinds.get(i);
            });
            for (int i = 0; i < 2; i++) {
                assertUpgraded(servers.get(i), kinds.get(i));
            }
        } finally {
            servers.forEach(ServerProcess::close);
        }
    }

    /** Of two nodes one is upgraded. The other one serves on, until it is stopped. */
    @Test
    @EnabledIfSystemProperty(named = "it.database", matches = MARIADB)
    void oldNodeServesBesideTheNewOneAndDoesNotStartAgain() throws SQLException, IOException {
        String database = "two_versions";
        try (ServerProcess oldNode = old.restored("payara", Version.old(), database);
                ServerProcess newNode = old.node("payara", Version.NEW, database)) {
            Start.timed("payara, old version", oldNode);
            old.answers().assertSame(oldNode.server());
            Start.timed("payara, new version beside the old one", newNode);
            old.answers().assertSame(oldNode.server());
            old.answers().assertSame(newNode.server());

            new TwoVersions(old.sample(), oldNode.server(), newNode.server()).assertOne(13);
            new TwoVersions(old.sample(), newNode.server(), oldNode.server()).assertOne(23);

            oldNode.stop();
            assertOldDoesNotStart(oldNode, database);
            assertThat(newNode.server().get("/api/health").body()).contains("\"UP\"");
        }
    }

    /** The test with two nodes shows the same on MariaDB. */
    @Test
    @EnabledIfSystemProperty(named = "it.database", matches = "H2")
    void wayBackIsTheBackup() throws SQLException, IOException {
        String database = "withdrawn";
        try (ServerProcess server = old.restored("payara", Version.NEW, database)) {
            server.start();
            server.stop();
            server.install(Version.old());
            assertOldDoesNotStart(server, database);
        }
        try (ServerProcess server = old.restored("payara", Version.old(), "way_back")) {
            Start.timed("payara, old version", server);
            old.answers().assertSame(server.server());
            Promises.assertKept(old.sample(), server.server());
        }
    }

    private static void assertUpgraded(ServerProcess server, String database) throws SQLException {
        old.assertContentsKept(database);
        old.answers().assertSame(server.server());
        Promises.assertKept(old.sample(), server.server());
    }

    /** If the new version has no migration, the old one starts. */
    private static void assertOldDoesNotStart(ServerProcess server, String database) throws SQLException {
        if (!old.hasLaterSchema(database)) {
            server.start();
            return;
        }
        server.startInVain();
        assertThat(server.consoleSinceStart())
                .containsPattern("The database schema is at version \\d+, this application needs " + old.version());
    }
}
