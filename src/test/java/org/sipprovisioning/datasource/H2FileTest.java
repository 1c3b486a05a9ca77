package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the file database with two processes, which lock each other out of the file. */
class H2FileTest {
    @TempDir
    private Path directory;

    @Test
    void releasesItsFileWithTheLastLogicalConnection() throws Exception {
        ProvisioningDataSource dataSource = dataSource(directory);
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, "CREATE TABLE t (id INT PRIMARY KEY)");
            assertThat(otherProcess()).isNotEqualTo(OtherProcess.COMMITTED);
        }
        assertThat(otherProcess()).isEqualTo(OtherProcess.COMMITTED);
        try (Connection again = dataSource.getConnection()) {
            assertThatThrownBy(() -> execute(again, "INSERT INTO t VALUES (1)")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aCommitIsOnDiskWhenItReturns() throws Exception {
        try (Connection connection = dataSource(directory).getConnection()) {
            execute(connection, "CREATE TABLE t (id INT PRIMARY KEY)");
        }
        assertThat(otherProcess()).isEqualTo(OtherProcess.COMMITTED);
        try (Connection connection = dataSource(directory).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    /** Commits a row and ends at once, without closing the database. */
    static final class OtherProcess {
        static final int COMMITTED = 42;

        private OtherProcess() {}

        public static void main(String[] arguments) throws SQLException {
            Connection connection = dataSource(Path.of(arguments[0])).getConnection();
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO t VALUES (1)");
            connection.commit();
            Runtime.getRuntime().halt(COMMITTED);
        }
    }

    private int otherProcess() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private static ProvisioningDataSource dataSource(Path directory) {
        return new ProvisioningDataSource(
                () -> DatabaseSettings.read(Map.of("provisioning.data-dir", directory.toString())::get));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
