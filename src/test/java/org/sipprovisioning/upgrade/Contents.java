package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tables of a database: their columns, and for each how many rows it has and the sum of the hashes of its rows. The
 * rows may be in any order.
 */
record Contents(Map<String, List<String>> columns, Map<String, String> rows) {
    /** A migration changes the first. The server deletes rows of the second when they are too old. */
    private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "used_nonce");

    static Contents of(Connection connection) throws SQLException {
        return of(connection, columns(connection));
    }

    /** Asserts that the database still has all these rows, with the same values in all these columns. */
    void assertKept(Connection connection) throws SQLException {
        assertThat(of(connection, columns).rows)
                .as("Rows and a hash of them, by table, in the columns of the old version")
                .isEqualTo(rows);
    }

    private static Contents of(Connection connection, Map<String, List<String>> columns) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            rows.put(table.getKey(), rows(connection, table.getKey(), table.getValue()));
        }
        return new Contents(columns, rows);
    }

    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT t.table_name, c.column_name FROM information_schema.tables t JOIN"
                                + " information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name ="
                                + " t.table_name WHERE t.table_schema = SCHEMA() AND t.table_type = 'BASE TABLE'");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                columns.computeIfAbsent(found.getString(1), table -> new ArrayList<>())
                        .add(found.getString(2));
            }
        }
        columns.keySet().removeIf(table -> LEFT_OUT.contains(table.toLowerCase(java.util.Locale.ROOT)));
        assertThat(columns).hasSizeGreaterThan(10);
        return columns;
    }

    private static String rows(Connection connection, String table, List<String> columns) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT "
                + columns.stream().map(name -> quoted(connection, name)).collect(Collectors.joining(", ")) + " FROM "
                + quoted(connection, table))) {
            query.setFetchSize(1000);
            long count = 0;
            BigInteger sum = BigInteger.ZERO;
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    count++;
                    sum = sum.add(hash(found, columns.size()));
                }
            }
            return count + " rows, " + sum.toString(16);
        }
    }

    private static BigInteger hash(ResultSet row, int columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            text.append(text(row, i)).append('\0');
        }
        try {
            return new BigInteger(
                    1,
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.BLOB, Types.LONGVARBINARY, Types.VARBINARY ->
                HexFormat.of().formatHex(row.getBytes(column));
            default -> row.getString(column);
        };
    }

    private static String quoted(Connection connection, String name) {
        try {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            return quote + name + quote;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the version of the schema. */
    static int version(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT MAX(" + quoted(connection, "version")
                        + ") FROM " + quoted(connection, "flyway_schema_history"));
                ResultSet found = query.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }
}
