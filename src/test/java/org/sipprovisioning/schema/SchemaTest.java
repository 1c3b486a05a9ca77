package org.sipprovisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.datasource.ProvisioningDataSource;

class SchemaTest {
    private static final String URL = "provisioning.db.url";

    private final ProvisioningDataSource dataSource = new ProvisioningDataSource();
    private Connection connection;

    /** A container keeps a connection in its pool too. As long as it does, the data source stays open. */
    @BeforeEach
    void open() {
        System.setProperty(URL, "jdbc:h2:mem:schema");
        connection = dataSource.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        System.clearProperty(URL);
    }

    @Test
    void migratesOnce() throws IOException {
        assertThat(schema().migrate()).isEqualTo(MigrationsTest.migrations().size());
        assertThat(schema().migrate()).isZero();
    }

    @Test
    void showsSipServersTheActivatedUnblockedAccounts() throws SQLException {
        schema().migrate();
        execute("INSERT INTO space (version, domain, host, name, algorithm, overwrite_all, overwrite_patterns,"
                + " super_space, max_accounts, app_flags, app_max_account, created_at, updated_at) VALUES"
                + " (0, 'sip.example.org', 'h', 'n', 'SHA-256', FALSE, '', TRUE, 0, '', 0, 0, 0)");
        insertAccount("alice", true, false);
        insertAccount("blocked", true, true);
        insertAccount("inactive", false, false);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT username, domain, ha1, ha1_sha256 FROM subscriber")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("username")).isEqualTo("alice");
            assertThat(rows.getString("domain")).isEqualTo("sip.example.org");
            assertThat(rows.getString("ha1")).isEqualTo("md5");
            assertThat(rows.getString("ha1_sha256")).isEqualTo("sha");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void refusesASchemaOfALaterVersion() throws SQLException {
        schema().migrate();
        execute("UPDATE \"flyway_schema_history\" SET \"version\" = '999' WHERE \"version\" = '" + Schema.EXPECTED
                + "'");
        assertThatThrownBy(() -> schema().migrate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at version 999")
                .hasMessageContaining("needs " + Schema.EXPECTED);
    }

    @Test
    void refusesASchemaWhoseMigrationFailed() throws SQLException {
        schema().migrate();
        execute("UPDATE \"flyway_schema_history\" SET \"success\" = FALSE");
        assertThatThrownBy(() -> schema().migrate()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhatToCheckWhenTheDatabaseIsOutOfReach() throws SQLException {
        connection.close();
        System.setProperty(URL, "jdbc:mariadb://127.0.0.1:1/x?user=u&password=secret");
        connection = dataSource.getConnection();
        assertThatThrownBy(() -> schema().migrate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jdbc:mariadb://127.0.0.1:1/x does not answer")
                .hasMessageContaining("PROVISIONING_DB_URL")
                .hasMessageNotContaining("secret");
    }

    private Schema schema() {
        return new Schema(new SchemaConnections(dataSource));
    }

    private void insertAccount(String name, boolean activated, boolean blocked) throws SQLException {
        execute("INSERT INTO account (version, space_id, username, activated, blocked, admin, dictionary, ha1_md5,"
                + " ha1_sha256, had_external, created_at, updated_at) SELECT 0, id, '" + name + "', " + activated
                + ", " + blocked + ", FALSE, '', 'md5', 'sha', FALSE, 0, 0 FROM space");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
