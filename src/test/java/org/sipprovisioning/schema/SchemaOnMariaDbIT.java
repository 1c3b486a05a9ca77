package org.sipprovisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.datasource.ProvisioningDataSource;
import org.sipprovisioning.it.MariaDb;

class SchemaOnMariaDbIT {
    private static final String URL = "provisioning.db.url";

    private static MariaDb database;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = MariaDb.startNew("schema");
        System.setProperty(URL, database.url());
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        System.clearProperty(URL);
        database.stop();
    }

    @AfterEach
    void emptyDatabase() throws SQLException {
        try (Connection connection = new ProvisioningDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE provisioning");
            statement.execute("CREATE DATABASE provisioning");
        }
    }

    @Test
    void twoNodesThatStartAtOnceMigrateOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        Callable<Integer> node = () -> {
            ProvisioningDataSource dataSource = new ProvisioningDataSource();
            start.await();
            return migrate(dataSource);
        };
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Integer> applied = new ArrayList<>();
            for (Future<Integer> one : nodes.invokeAll(List.of(node, node, node, node))) {
                applied.add(one.get());
            }
            assertThat(applied.stream().mapToInt(Integer::intValue).sum())
                    .as("Each migration once, by whichever node: %s", applied)
                    .isEqualTo(MigrationsTest.migrations().size());
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void staysOnOneSessionWithoutTimeoutAndGivesBothBack() throws SQLException {
        ProvisioningDataSource dataSource = new ProvisioningDataSource();
        try (Connection pooled = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            try (Connection connection = new SchemaConnections(containerOf(pooled)).getConnection()) {
                String session = first(connection, "SELECT CONNECTION_ID()");
                assertThat(first(other, "SELECT CONNECTION_ID()")).isNotEqualTo(session);
                assertThat(first(connection, "SELECT CONNECTION_ID()")).isEqualTo(session);
                assertThat(connection.getNetworkTimeout()).isEqualTo(3_600_000);
                assertThat(first(connection, "SELECT @@max_statement_time")).isEqualTo("0.000000");
            }
            assertThat(pooled.getNetworkTimeout()).isEqualTo(2500);
            assertThat(first(pooled, "SELECT @@max_statement_time")).isEqualTo("2.200000");
        }
    }

    /** Returns a pool with one connection, which {@code close()} does not close. */
    private static DataSource containerOf(Connection pooled) {
        Object handle = proxy(
                Connection.class,
                (self, method, arguments) ->
                        method.getName().matches("close|isClosed") ? false : method.invoke(pooled, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> handle);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void comparesByteByByteWithTrailingSpaces() throws SQLException {
        ProvisioningDataSource dataSource = new ProvisioningDataSource();
        migrate(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            assertThat(first(
                            connection,
                            "SELECT DISTINCT collation_name FROM information_schema.columns"
                                    + " WHERE table_name = 'account' AND collation_name IS NOT NULL"))
                    .isEqualTo("utf8mb4_nopad_bin");
            assertThat(first(connection, "SELECT COUNT(*) FROM subscriber")).isEqualTo("0");
        }
    }

    private static int migrate(ProvisioningDataSource dataSource) throws SQLException {
        try (Connection open = dataSource.getConnection()) {
            assertThat(open.isClosed()).isFalse();
            return new Schema(new SchemaConnections(dataSource)).migrate();
        }
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
