package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.MariaDb;
import org.sipprovisioning.it.Poll;

class DatabaseRestartIT {
    private static final Duration BOUND = Duration.ofSeconds(5);

    private static MariaDb database;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = MariaDb.startNew("restart");
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.stop();
    }

    @Test
    void tenConnectionsFailInTimeAndTheFirstUseAfterwardsSucceeds() throws Exception {
        ProvisioningDataSource dataSource = dataSource(database.url());
        List<Connection> pooled = open(dataSource);
        try {
            assertThat(failures(pooled)).isZero();
            database.stop();
            Instant stopped = Instant.now();
            assertThat(failures(pooled)).isEqualTo(10);
            assertThat(Duration.between(stopped, Instant.now())).isLessThan(BOUND);
            database.start();
            assertThat(select(pooled.get(0))).isEqualTo("1");
            assertThat(failures(pooled)).isZero();
        } finally {
            closeAll(pooled);
        }
    }

    /** SIGSTOP keeps the process and its port, and the database answers nothing, as on a machine that hangs. */
    @Test
    void tenConnectionsFailInTimeWhileTheDatabaseHangs() throws Exception {
        ProvisioningDataSource dataSource = dataSource(database.url());
        List<Connection> pooled = open(dataSource);
        try {
            assertThat(failures(pooled)).isZero();
            signal("STOP");
            Instant hung = Instant.now();
            assertThat(failures(pooled)).isEqualTo(10);
            assertThat(Duration.between(hung, Instant.now())).isLessThan(BOUND);
            signal("CONT");
            assertThat(select(pooled.get(0))).isEqualTo("1");
        } finally {
            signal("CONT");
            closeAll(pooled);
        }
    }

    @Test
    void aTransactionThatLostItsConnectionGoesOnWithNoOther() throws Exception {
        try (Connection connection = dataSource(database.url()).getConnection()) {
            connection.setAutoCommit(false);
            String session = select(connection, "SELECT CONNECTION_ID()");
            kill(session);
            assertThatThrownBy(() -> select(connection)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> select(connection)).isInstanceOf(SQLException.class);
            connection.rollback();
            assertThat(select(connection)).isEqualTo("1");
        }
    }

    @Test
    void readsCommittedAndWaitsShortlyForLocks() throws Exception {
        try (Connection connection = dataSource(database.url()).getConnection()) {
            assertThat(select(connection, "SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(select(connection, "SELECT @@innodb_lock_wait_timeout")).isEqualTo("2");
            assertThat(select(connection, "SELECT @@max_statement_time")).isEqualTo("2.200000");
        }
    }

    /** Without the limit, the server would go on for minutes after the driver has given up. */
    @Test
    void theServerItselfEndsAStatementThatTakesTooLong() throws Exception {
        String endless = "SELECT COUNT(*) FROM seq_1_to_1000000000 a JOIN seq_1_to_1000000000 b ON a.seq + b.seq = 3";
        try (Connection connection = dataSource(database.url()).getConnection();
                Connection other = dataSource(database.url()).getConnection()) {
            assertThatThrownBy(() -> select(connection, endless)).isInstanceOf(SQLException.class);
            Poll.until(
                    Duration.ofSeconds(30),
                    () -> assertThat(running(other, "seq_1_to_1000000000")).isEqualTo("0"));
        }
    }

    private static String running(Connection connection, String part) {
        try {
            return select(
                    connection,
                    "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%" + part
                            + "%' AND id <> CONNECTION_ID()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysWhichDatabaseDoesNotAnswerWithoutSecrets() throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:1/x?user=u&password=secret";
        try (Connection connection = dataSource(url).getConnection()) {
            assertThatThrownBy(() -> select(connection))
                    .hasMessageStartingWith("jdbc:mariadb://127.0.0.1:1/x does not answer")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void logsNoPasswordAtAnyLevel() throws SQLException {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord message) {
                logged.add(new SimpleFormatter().format(message));
            }
        };
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try (Connection connection = dataSource(database.url()).getConnection();
                Connection other = withPassword("topsecret").getConnection()) {
            select(connection);
            select(other);
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        assertThat(logged).anyMatch(message -> message.contains("maximumPoolSize"));
        assertThat(logged).noneMatch(message -> message.contains("topsecret"));
    }

    private static ProvisioningDataSource withPassword(String password) {
        return new ProvisioningDataSource(() -> DatabaseSettings.read(Map.of(
                "provisioning.db.url",
                database.url().replaceFirst("[?].*", ""),
                "provisioning.db.user",
                "provisioning",
                "provisioning.db.password",
                password)::get));
    }

    private static ProvisioningDataSource dataSource(String url) {
        return new ProvisioningDataSource(() -> DatabaseSettings.read(Map.of("provisioning.db.url", url)::get));
    }

    private static List<Connection> open(ProvisioningDataSource dataSource) {
        return IntStream.range(0, 10).mapToObj(i -> dataSource.getConnection()).toList();
    }

    private static void closeAll(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    /**
     * Uses all connections at once, each for one transaction, as a container does. Returns the number of those that
     * failed.
     */
    private static long failures(List<Connection> connections) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(connections.size());
        try {
            List<Callable<Boolean>> work = connections.stream()
                    .<Callable<Boolean>>map(connection -> () -> fails(connection))
                    .toList();
            long failures = 0;
            for (Future<Boolean> one : clients.invokeAll(work)) {
                failures += one.get() ? 1 : 0;
            }
            return failures;
        } finally {
            clients.shutdown();
        }
    }

    private static boolean fails(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            select(connection);
            connection.commit();
            return false;
        } catch (SQLException e) {
            connection.rollback();
            return true;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String select(Connection connection) throws SQLException {
        return select(connection, "SELECT 1");
    }

    private static String select(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void kill(String session) throws SQLException {
        try (Connection other = dataSource(database.url()).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("KILL CONNECTION " + session);
        }
    }

    private static void signal(String signal) throws Exception {
        String process = Long.toString(database.pid());
        int exit = new ProcessBuilder("kill", "-" + signal, process).start().waitFor();
        assertThat(exit).isZero();
    }
}
