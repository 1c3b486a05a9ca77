package org.sipprovisioning.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lists the statements that the suite's database executes, as H2 itself counts them. */
public final class Statements {
    /** The tables that requests use. Timers poll other tables, look for old rows in these and delete them, and count accounts. */
    private static final Pattern OF_A_REQUEST = Pattern.compile("^(?!delete |select count\\()"
            + "(?!.* order by .*(happened_at|expires_at|created_at|last_used_at))"
            + ".*\\b(account|audit_event|used_nonce|api_key|auth_token|provisioning_token)\\b.*");

    private Statements() {}

    /**
     * Returns the statements that a request causes, sorted, each as often as it is executed, with the number of its rows: a
     * row more is an object more that the server makes.
     */
    public static List<String> of(Runnable request) {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET QUERY_STATISTICS TRUE");
            request.run();
            List<String> found = read(
                    statement,
                    "SELECT s.sql_statement || ' {' || s.cumulative_row_count || ' rows}'"
                            + " FROM information_schema.query_statistics s"
                            + " JOIN SYSTEM_RANGE(1, 1000) n ON n.x <= s.execution_count");
            statement.execute("SET QUERY_STATISTICS FALSE");
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> read(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
            }
        }
        return found.stream()
                .filter(sql -> OF_A_REQUEST.matcher(sql).matches())
                .sorted()
                .toList();
    }
}
