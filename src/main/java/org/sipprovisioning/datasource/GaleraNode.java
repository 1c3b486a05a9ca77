package org.sipprovisioning.datasource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;

/**
 * Prepares a new session at a node of a Galera cluster. Each transaction at this node then begins with the state that includes all that
 * was committed at any node before: a phone may use its token at one node as soon as another node has issued it.
 */
final class GaleraNode {
    /** Reads (1), updates and deletes (2), inserts (4): the first statement of a transaction waits, and the others do not. */
    private static final String WAIT = "SET SESSION wsrep_sync_wait = 7";

    private GaleraNode() {}

    /**
     * Returns the connection, prepared if the database is MariaDB in a cluster. Closes it if that fails.
     *
     * @throws SQLTransientConnectionException if the node is not part of the cluster, or the cluster has no majority: it would refuse each
     *     statement
     */
    static Connection prepare(Connection connection) throws SQLException {
        try {
            if (connection.isWrapperFor(org.mariadb.jdbc.Connection.class)) {
                join(connection);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void join(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (is("ON", statement, "SHOW VARIABLES LIKE 'wsrep_on'")) {
                if (!is("ON", statement, "SHOW STATUS LIKE 'wsrep_ready'")) {
                    throw new SQLTransientConnectionException(
                            "this node of the cluster is not ready, or the cluster has no majority", "08004");
                }
                statement.execute(WAIT);
            }
        }
    }

    /** Whether the variable has this value. A MariaDB without Galera does not know it. */
    private static boolean is(String value, Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && value.equals(rows.getString(2));
        }
    }
}
