package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.settings.Configured;

/** Tests first starts of several nodes with one database and one data directory, and starts that end in the middle. */
class FirstStartTest {
    private static final String URL = "jdbc:h2:mem:first-start;LOCK_TIMEOUT=5000";

    /** What happens at the commit of a node's transaction. */
    private enum Commit {
        PASSES,
        FAILS,
        PASSES_AND_ITS_ANSWER_IS_LOST
    }

    @TempDir
    private Path directory;

    private Connection database;

    @BeforeEach
    void makeTheDatabase() throws SQLException {
        database = DriverManager.getConnection(URL);
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE space (domain VARCHAR(99) PRIMARY KEY, first_key CHAR(64))");
        }
    }

    @AfterEach
    void dropTheDatabase() throws SQLException {
        database.close();
    }

    @RepeatedTest(20)
    void ofManyNodesOneWritesTheKey(RepetitionInfo round) throws Exception {
        int nodes = 2 + round.getCurrentRepetition() % 3;

        List<Boolean> started = Race.run(nodes, () -> {
            node(Commit.PASSES).start();
            return true;
        });

        assertThat(started).hasSize(nodes).containsOnly(true);
        assertThat(files()).containsExactly("admin-api-key");
        assertThat(new Database(Commit.PASSES).knows(key())).isTrue();
    }

    /** The node's process ends between the commit and the renaming. */
    @Test
    void theNextStartPublishesAKeyThatIsStored() throws Exception {
        assertThatThrownBy(() -> node(Commit.PASSES_AND_ITS_ANSWER_IS_LOST).start())
                .isInstanceOf(EJBException.class);
        assertThat(files()).hasSize(1).noneMatch("admin-api-key"::equals);

        node(Commit.PASSES).start();

        assertThat(files()).containsExactly("admin-api-key");
        assertThat(new Database(Commit.PASSES).knows(key())).isTrue();
    }

    @Test
    void theNextStartDeletesAKeyThatIsNotStored() throws Exception {
        assertThatThrownBy(() -> node(Commit.FAILS).start()).isInstanceOf(EJBException.class);

        node(Commit.PASSES).start();

        assertThat(files()).containsExactly("admin-api-key");
        assertThat(new Database(Commit.PASSES).knows(key())).isTrue();
    }

    private FirstStart node(Commit commit) {
        FirstStart node = new FirstStart();
        node.settings = Configured.settings("data-dir", directory.toString());
        node.firstAdmin = new Database(commit);
        return node;
    }

    private Secret key() throws IOException {
        return new Secret(Files.readString(directory.resolve("admin-api-key")).strip());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Does by JDBC what the EJB does by JPA: one transaction, which loses by the primary key. */
    private static final class Database extends FirstAdmin {
        private final Commit commit;

        Database(Commit commit) {
            this.commit = commit;
        }

        @Override
        public boolean isNeeded() {
            return !exists("SELECT 1 FROM space WHERE domain <> ?", "");
        }

        @Override
        public boolean hasDefaultSpace() {
            return exists("SELECT 1 FROM space WHERE domain = ?", "sip.example.org");
        }

        @Override
        public boolean knows(Secret key) {
            return exists("SELECT 1 FROM space WHERE first_key = ?", key.hash());
        }

        @Override
        public void setUp(Secret key, ApiKey.Kind kind) {
            try (Connection connection = DriverManager.getConnection(URL)) {
                connection.setAutoCommit(false);
                insert(connection, key);
                if (commit != Commit.FAILS) {
                    connection.commit();
                }
                if (commit != Commit.PASSES) {
                    throw new SQLTransientConnectionException("the connection broke at the commit");
                }
            } catch (SQLException e) {
                throw new EJBException(e);
            }
        }

        private static void insert(Connection connection, Secret key) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO space VALUES (?, ?)")) {
                insert.setString(1, "sip.example.org");
                insert.setString(2, key.hash());
                insert.executeUpdate();
            }
        }

        private static boolean exists(String query, String parameter) {
            try (Connection connection = DriverManager.getConnection(URL);
                    PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, parameter);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            } catch (SQLException e) {
                throw new EJBException(e);
            }
        }
    }
}
