package org.sipprovisioning.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** MariaDB's own counters of what all its clients have sent. */
final class Counters {
    private final Map<String, Long> values;

    Counters(Map<String, Long> values) {
        this.values = Map.copyOf(values);
    }

    static Counters read(Connection connection) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS WHERE Variable_name IN"
                        + " ('Questions', 'Com_commit', 'Com_rollback', 'Com_show_status', 'Handler_commit')")) {
            while (rows.next()) {
                values.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getLong(2));
            }
        }
        return new Counters(values);
    }

    /** Returns what has been counted since then. */
    Counters since(Counters before) {
        Map<String, Long> more = new TreeMap<>(values);
        more.replaceAll((name, value) -> value - before.values.get(name));
        return new Counters(more);
    }

    /** Returns the statements without the ends of transactions, and without the reading of these counters. */
    long statements() {
        return values.get("questions") - values.get("com_show_status") - commits() - rollbacks();
    }

    long commits() {
        return values.get("com_commit");
    }

    long rollbacks() {
        return values.get("com_rollback");
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
