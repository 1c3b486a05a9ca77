package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests logical connections with a pool of one physical connection: while one holds it, no other can have it. */
class LogicalConnectionTest {
    private final ProvisioningDataSource dataSource = new ProvisioningDataSource(() -> DatabaseSettings.read(
            Map.of("provisioning.db.url", "jdbc:h2:mem:logical", "provisioning.db.pool-size", "1")::get));

    private Connection one;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        one = dataSource.getConnection();
        other = dataSource.getConnection();
        execute(one, "CREATE TABLE t (id INT PRIMARY KEY)");
    }

    @AfterEach
    void close() throws SQLException {
        one.close();
        other.close();
    }

    @Test
    void keepsItsPhysicalConnectionUntilCommit() throws SQLException {
        one.setAutoCommit(false);
        execute(one, "INSERT INTO t VALUES (1)");
        assertKeptOut();
        one.commit();
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void keepsItsPhysicalConnectionUntilRollback() throws SQLException {
        one.setAutoCommit(false);
        execute(one, "INSERT INTO t VALUES (1)");
        assertKeptOut();
        one.rollback();
        assertThat(count(other)).isZero();
    }

    @Test
    void commitsWhenAutoCommitIsSwitchedOn() throws SQLException {
        one.setAutoCommit(false);
        execute(one, "INSERT INTO t VALUES (1)");
        one.setAutoCommit(true);
        assertThat(count(other)).isEqualTo(1);
    }

    @Test
    void rollsBackWhatIsClosedUncommitted() throws SQLException {
        one.setAutoCommit(false);
        execute(one, "INSERT INTO t VALUES (1)");
        one.close();
        assertThat(count(other)).isZero();
    }

    @Test
    void keepsItsPhysicalConnectionInAutoCommitModeWhileAStatementIsOpen() throws SQLException {
        try (PreparedStatement statement = one.prepareStatement("SELECT 1")) {
            statement.executeQuery();
            assertKeptOut();
        }
        assertThat(count(other)).isZero();
    }

    /**
     * Open Liberty reads these properties each time it opens a connection. If they needed the database, it could not
     * open one while the database is down.
     */
    @Test
    void tellsItsPropertiesWithoutTheDatabaseOnceOneWasAsked() throws SQLException {
        String catalog = other.getCatalog();
        String schema = other.getSchema();
        int timeout = other.getNetworkTimeout();
        one.setAutoCommit(false);
        execute(one, "INSERT INTO t VALUES (1)");
        try (Connection opened = dataSource.getConnection()) {
            assertThat(opened.getCatalog()).isEqualTo(catalog);
            assertThat(opened.getSchema()).isEqualTo(schema).isEqualTo("PUBLIC");
            assertThat(opened.getNetworkTimeout()).isEqualTo(timeout);
            assertThat(opened.getTypeMap()).isEmpty();
            assertThat(opened.isReadOnly()).isFalse();
        }
    }

    @Test
    void noticesAStatementThatClosesItself() throws SQLException {
        Statement statement = one.createStatement();
        statement.closeOnCompletion();
        statement.executeQuery("SELECT 1").close();
        assertThat(count(one)).isZero();
        assertThat(count(other)).isZero();
    }

    @Test
    void isGivenBackWithItsTransactionWhateverWasLeftOpen() throws SQLException {
        one.setAutoCommit(false);
        PreparedStatement forgotten = one.prepareStatement("INSERT INTO t VALUES (1)");
        forgotten.executeUpdate();
        one.commit();
        assertThat(count(other)).isEqualTo(1);
        assertThat(forgotten.isClosed()).isTrue();
    }

    @Test
    void keepsAStatementThatIsOlderThanTheTransaction() throws SQLException {
        try (PreparedStatement older = one.prepareStatement("SELECT COUNT(*) FROM t")) {
            one.setAutoCommit(false);
            execute(one, "INSERT INTO t VALUES (1)");
            one.commit();
            assertThat(older.executeQuery().next()).isTrue();
            one.commit();
        }
    }

    @Test
    void metadataKeepItOnlyWhileAResultIsOpen() throws SQLException {
        DatabaseMetaData metaData = one.getMetaData();
        assertThat(metaData.getDatabaseProductName()).isEqualTo("H2");
        assertThat(count(other)).isZero();
        try (ResultSet tables = metaData.getTables(null, null, "T", null)) {
            assertThat(tables.next()).isTrue();
            assertKeptOut();
        }
        assertThat(count(other)).isZero();
    }

    @Test
    void leadsBackToItselfFromWhatItMakes() throws SQLException {
        try (Statement statement = one.createStatement()) {
            assertThat(statement.getConnection()).isSameAs(one);
            assertThat(one.getMetaData().getConnection()).isSameAs(one);
        }
    }

    @Test
    void appliesItsSettingsToEachPhysicalConnectionAndLeavesNoneBehind() throws SQLException {
        one.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        one.setReadOnly(true);
        assertThat(isolation(one)).isEqualTo("SERIALIZABLE");
        assertThat(isolation(other)).isEqualTo("READ COMMITTED");
        assertThat(isolation(one)).isEqualTo("SERIALIZABLE");
        assertThat(one.isReadOnly()).isTrue();
        assertThat(other.isReadOnly()).isFalse();
        assertThat(other.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }

    @Test
    void isValidUntilClosedWithoutAskingTheDatabase() throws SQLException {
        other.setAutoCommit(false);
        execute(other, "SELECT 1");
        assertThat(one.isValid(1)).isTrue();
        assertThat(one.isClosed()).isFalse();
        one.close();
        assertThat(one.isValid(1)).isFalse();
        assertThat(one.isClosed()).isTrue();
        assertThatThrownBy(one::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    void handsOutNoPhysicalConnection() {
        assertThatThrownBy(() -> one.unwrap(org.h2.jdbc.JdbcConnection.class)).isInstanceOf(SQLException.class);
    }

    @Test
    void knowsCallIdentity() throws SQLException {
        execute(one, "CREATE TABLE g (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, x INT)");
        one.setAutoCommit(false);
        execute(one, "INSERT INTO g (x) VALUES (7)");
        assertThat(first(one, "CALL IDENTITY()")).isEqualTo("1");
    }

    private void assertKeptOut() {
        assertThatThrownBy(() -> count(other)).isInstanceOf(SQLTransientConnectionException.class);
    }

    private static int count(Connection connection) throws SQLException {
        return Integer.parseInt(first(connection, "SELECT COUNT(*) FROM t"));
    }

    private static String isolation(Connection connection) throws SQLException {
        return first(
                connection, "SELECT ISOLATION_LEVEL FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()");
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
