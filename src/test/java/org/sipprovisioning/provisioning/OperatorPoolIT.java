package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.MariaDb;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/** Tests the server's own connection pool in place of the application's, configured as docs/operations.md shows it. */
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
class OperatorPoolIT {
    private static final String KEY = "key-of-the-pool-test";

    @TempDir
    Path directory;

    @Test
    void servesAndOutlivesARestartOfTheDatabase() throws SQLException {
        MariaDb database = MariaDb.startNew("pool");
        try (ServerProcess process = ServerProcess.startWithPool(
                directory,
                Map.of(
                        "PROVISIONING_ADMIN_API_KEY",
                        KEY,
                        "POOL_URL",
                        database.address() + "?connectTimeout=1000&socketTimeout=2500",
                        "POOL_USER",
                        "provisioning",
                        "POOL_PASSWORD",
                        "topsecret"))) {
            Api admin = Api.withKey(process.server(), KEY);
            Phone phone = Phone.at(process.server());
            TestAccount alice = Fixtures.account(admin);
            TestAccount bob = Fixtures.account(admin);
            phone.config(alice.url());
            phone.assertDead(alice.token());

            database.stop();
            assertThat(phone.get(bob.url()).status()).isEqualTo(503);
            database.start();

            phone.config(bob.url());
            phone.assertDead(bob.token());
            assertThat(accounts(database)).isEqualTo(3);
            assertThat(process.console()).doesNotContain("topsecret", KEY, alice.token(), bob.token());
            assertThat(process.dataDirectory().resolve("provisioning.mv.db")).doesNotExist();
        } finally {
            database.stop();
        }
    }

    /** Counts the accounts, including the first admin's. */
    private static int accounts(MariaDb database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM account")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
