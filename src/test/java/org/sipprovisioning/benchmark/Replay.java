package org.sipprovisioning.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Executes a {@link Script} as a program would that does nothing else: one connection of the pool for each transaction. */
final class Replay {
    private static final String NEW_ACCOUNT = "INSERT INTO account ";
    private static final String ID = "id";

    /** An INSERT, and an UPDATE of what belongs to the subject; others need not find a row. */
    private static final Pattern MUST_HIT = Pattern.compile("(?is)^INSERT|^UPDATE.*\\$\\{(?:id|\\w+Hash)}");

    private record Step(int transaction, Placeholders statement, String verb, boolean makesAccount, boolean mustHit) {}

    private final DataSource pool;
    private final List<Step> steps;

    Replay(DataSource pool, Script script) {
        this.pool = pool;
        steps = script.lines().stream().map(Replay::step).toList();
    }

    private static Step step(Recording.Line line) {
        return new Step(
                line.transaction(),
                new Placeholders(line.sql()),
                line.sql().split(" ")[0].toUpperCase(Locale.ROOT),
                line.sql().regionMatches(true, 0, NEW_ACCOUNT, 0, NEW_ACCOUNT.length()),
                MUST_HIT.matcher(line.sql()).find());
    }

    void run(Map<String, String> subject) throws SQLException {
        Map<String, String> known = new HashMap<>(subject);
        Map<Integer, Connection> open = new HashMap<>();
        try {
            for (Step step : steps) {
                run(step, open, known);
            }
        } finally {
            for (Connection left : open.values()) {
                left.close();
            }
        }
    }

    private void run(Step step, Map<Integer, Connection> open, Map<String, String> known) throws SQLException {
        Connection connection = open.get(step.transaction);
        if (connection == null) {
            connection = pool.getConnection();
            open.put(step.transaction, connection);
        }
        switch (step.verb) {
            case "COMMIT" -> {
                connection.commit();
                open.remove(step.transaction).close();
            }
            case "ROLLBACK" -> {
                connection.rollback();
                open.remove(step.transaction).close();
            }
            default -> execute(connection, step, known);
        }
    }

    private static void execute(Connection connection, Step step, Map<String, String> known) throws SQLException {
        int keys = step.makesAccount ? Statement.RETURN_GENERATED_KEYS : Statement.NO_GENERATED_KEYS;
        try (PreparedStatement statement = connection.prepareStatement(step.statement.sql(), keys)) {
            List<Object> values = step.statement.values(known);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            if (statement.execute()) {
                readAll(statement.getResultSet());
            } else if (statement.getUpdateCount() == 0 && step.mustHit) {
                throw new SQLException("No row: " + step.statement.sql() + " " + values);
            }
            if (step.makesAccount) {
                known.put(ID, generated(statement));
            }
        }
    }

    private static String generated(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getString(1);
        }
    }

    private static void readAll(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                rows.getString(i);
            }
        }
        rows.close();
    }
}
