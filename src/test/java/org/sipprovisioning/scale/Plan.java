package org.sipprovisioning.scale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How MariaDB executes a statement, as its EXPLAIN says. */
record Plan(List<Step> steps) {
    /** The number of rows from which on a table must be read by an index, and must not be sorted. */
    private static final long MANY = 10_000;

    private static final Set<String> SCANS = Set.of("ALL", "index");

    /** The reading of one table. */
    record Step(String table, String type, String key, long rows, String extra) {
        boolean isScan() {
            return SCANS.contains(type) && rows > MANY;
        }

        boolean isSorted() {
            return rows > MANY && (extra.contains("Using filesort") || extra.contains("Using temporary"));
        }
    }

    static Plan of(Connection connection, String statement) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (Statement explain = connection.createStatement();
                ResultSet rows = explain.executeQuery("EXPLAIN " + statement)) {
            while (rows.next()) {
                steps.add(new Step(
                        String.valueOf(rows.getString("table")),
                        String.valueOf(rows.getString("type")),
                        String.valueOf(rows.getString("key")),
                        rows.getLong("rows"),
                        String.valueOf(rows.getString("Extra"))));
            }
        }
        return new Plan(steps);
    }

    boolean isSlow() {
        return steps.stream().anyMatch(step -> step.isScan() || step.isSorted());
    }
}
