package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tests the harness: MariaDB can be stopped in the middle of the suite, and starts again with its port and its data.
 */
@InServer
class DatabaseIT {

    @Test
    @EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
    void mariaDbStopsAndStartsAgain() throws SQLException {
        Map<String, String> another = Database.another("kept");
        execute(another, "CREATE TABLE kept (id INT PRIMARY KEY)");

        Database.stop();
        try {
            assertThatThrownBy(Database::connect).isInstanceOf(SQLException.class);
        } finally {
            Database.start();
        }

        execute(another, "INSERT INTO kept VALUES (1)");
    }

    @Test
    void anotherDatabaseIsEmpty() throws SQLException {
        try (Connection connection = open(Database.another("empty"));
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "space", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
    void mariaDbAsksForThePassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(System.getenv("PROVISIONING_DB_URL"), "root", "")
                        .close())
                .isInstanceOf(SQLException.class);
    }

    private static void execute(Map<String, String> database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(Map<String, String> database) throws SQLException {
        return DriverManager.getConnection(
                database.get("PROVISIONING_DB_URL"),
                database.get("PROVISIONING_DB_USER"),
                database.get("PROVISIONING_DB_PASSWORD"));
    }
}
