package org.sipprovisioning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.InServer;

/**
 * Tests that no statement of the suite reads or sorts a large table as a whole, with a million accounts, tokens, contacts and audit entries.
 * It runs last. The statements come from the log of the suite's MariaDB, so it needs the other tests. It runs with EclipseLink and with
 * Hibernate, which write the same query differently.
 */
@InServer
@Order(Integer.MAX_VALUE)
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB")
@EnabledIfSystemProperty(named = "it.server", matches = "payara|wildfly")
class EveryStatementIT {
    private static final int FEWEST_STATEMENTS = 60;
    private static final int EVENTS = Integer.getInteger("audit.events", 1_000_000);

    /** Statements that may read a whole table, and the reasons. */
    private static final Map<Pattern, String> EXCEPTIONS = Map.of(
            Pattern.compile("(?i)^update account .*ha1_md5 ?= ?null.* where .*space_id ?="),
            "A new realm: all accounts of the space lose their passwords.",
            Pattern.compile("(?i)^select .* from account .*\\bexists ?\\( ?select .* from external_account"),
            "A new realm: each account of the space with its linked credentials is compared with it.");

    private static Connection connection;

    @BeforeAll
    static void fillADatabase() throws SQLException {
        Map<String, String> database = Database.another("million");
        connection = DriverManager.getConnection(
                database.get("PROVISIONING_DB_URL"),
                database.get("PROVISIONING_DB_USER"),
                database.get("PROVISIONING_DB_PASSWORD"));
        copyTables();
        BigData.fill(connection, EVENTS);
    }

    @AfterAll
    static void dropTheDatabase() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE provisioning_million");
        }
        connection.close();
    }

    @Test
    void isExecutedByAnIndex() throws SQLException {
        Map<String, String> samples = StatementLog.read(Database.statementLog());
        Map<String, Plan> slow = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            try {
                Plan plan = Plan.of(connection, SampleFit.fitted(sample.getValue()));
                if (plan.isSlow() && !isExcepted(sample.getKey())) {
                    slow.put(sample.getKey(), plan);
                }
            } catch (SQLException e) {
                unknown.add(e.getMessage() + ": " + sample.getKey());
            }
        }

        assertThat(unknown).as("statements without a plan").isEmpty();
        assertThat(slow).as("statements that read or sort a large table").isEmpty();
        assertThat(samples).as("distinct statements in the log").hasSizeGreaterThanOrEqualTo(FEWEST_STATEMENTS);
    }

    /** A statement that needs a scan is found: otherwise the test above would prove nothing. */
    @Test
    void scansAndSortsAreFound() throws SQLException {
        assertThat(List.of(
                        "SELECT id FROM account WHERE display_name = 'x'",
                        "SELECT id FROM account WHERE space_id = 1 ORDER BY phone",
                        "DELETE FROM contact WHERE created_at < 5",
                        "UPDATE audit_event SET detail = 'x' WHERE address = 'y'"))
                .allSatisfy(
                        statement -> assertThat(Plan.of(connection, statement).isSlow())
                                .as(statement)
                                .isTrue());
        assertThat(Plan.of(connection, "SELECT * FROM account WHERE id = 7").isSlow())
                .isFalse();
    }

    private static boolean isExcepted(String statement) {
        return EXCEPTIONS.keySet().stream()
                .anyMatch(pattern -> pattern.matcher(statement).find());
    }

    /** The copies have all columns and indexes, those of foreign keys too. */
    private static void copyTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = 'provisioning' AND table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("CREATE TABLE `" + table + "` LIKE provisioning.`" + table + "`");
            }
        }
    }
}
