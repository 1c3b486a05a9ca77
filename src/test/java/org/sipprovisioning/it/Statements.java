package org.sipprovisioning.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lists the statements that the suite's database executes, as the database itself counts them. */
public final class Statements {
    /** The tables that requests use. Timers poll other tables, and delete from these. */
    private static final Pattern OF_A_REQUEST = Pattern.compile(
            "^(?!delete ).*\\b(account|audit_event|used_nonce|api_key|auth_token|provisioning_token)\\b.*");

    private Statements() {}

    /**
     * Returns the statements that a request causes, sorted, each as often as it is executed, with ? in place of values. H2
     * adds the number of rows, because a row more is an object more that the server makes.
     */
    public static List<String> of(Runnable request) {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            return Database.kind() == Database.Kind.H2 ? onH2(statement, request) : onMariaDb(statement, request);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> onH2(Statement statement, Runnable request) throws SQLException {
        statement.execute("SET QUERY_STATISTICS TRUE");
        try {
            request.run();
            return read(
                    statement,
                    "SELECT s.sql_statement || ' {' || s.cumulative_row_count || ' rows}' FROM information_schema.query_statistics s"
                            + " JOIN SYSTEM_RANGE(1, 1000) n ON n.x <= s.execution_count");
        } finally {
            statement.execute("SET QUERY_STATISTICS FALSE");
        }
    }

    private static List<String> onMariaDb(Statement statement, Runnable request) throws SQLException {
        statement.execute("SET GLOBAL log_output = 'TABLE'");
        statement.execute("TRUNCATE TABLE mysql.general_log");
        statement.execute("SET GLOBAL general_log = ON");
        try {
            request.run();
            return read(statement, "SELECT argument FROM mysql.general_log WHERE command_type IN ('Query', 'Execute')");
        } finally {
            statement.execute("SET GLOBAL general_log = OFF");
        }
    }

    private static List<String> read(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(withoutValues(rows.getString(1)));
            }
        }
        return found.stream()
                .filter(sql -> OF_A_REQUEST.matcher(sql).matches())
                .sorted()
                .toList();
    }

    private static String withoutValues(String sql) {
        int rows = sql.endsWith(" rows}") ? sql.lastIndexOf(" {") : sql.length();
        return sql.substring(0, rows)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("'(?:[^'\\\\]|''|\\\\.)*'", "?")
                        .replaceAll("\\b[0-9]+\\b", "?")
                        .replaceAll("\\s+", " ")
                + sql.substring(rows);
    }
}
