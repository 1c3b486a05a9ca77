package org.sipprovisioning.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads and changes rows of the suite's database directly, without the server. */
public final class Rows {

    private Rows() {}

    public static void update(String sql, Object... parameters) {
        try (Connection connection = Database.connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            if (statement.executeUpdate() != 1) {
                throw new AssertionError("Not one row: " + sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Inserts any number of rows. Returns their number. */
    public static int insert(String sql, Object... parameters) {
        try (Connection connection = Database.connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the columns of the first row as text. Returns an empty list if there is no row. */
    public static List<String> row(String sql, Object... parameters) {
        try (Connection connection = Database.connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> columns = new ArrayList<>();
            if (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
