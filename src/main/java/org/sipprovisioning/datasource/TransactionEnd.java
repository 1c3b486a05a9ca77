package org.sipprovisioning.datasource;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;

/**
 * Ends the transaction of a physical connection. A failed commit gets one of two SQLStates: 40001 if the database has said that it rolled
 * the transaction back, and 08007 (transaction resolution unknown) if nobody knows whether the changes were made.
 *
 * <p>The message begins with the state, because Payara keeps only the message of a failed commit: {@code fault.DatabaseFailure} reads it.
 */
final class TransactionEnd {
    private static final String ROLLED_BACK = "40001";
    private static final String UNKNOWN = "08007";

    /** MariaDB's deadlock, which is also Galera's failed certification, its lock wait timeout, and H2's lock timeout. */
    private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 50200);

    private TransactionEnd() {}

    /** Calls commit() or rollback(). */
    static void call(Method end, Connection physical) throws SQLException {
        if (end.getName().equals("commit")) {
            commit(end, physical);
        } else {
            Invocation.call(end, physical, null);
        }
    }

    private static void commit(Method commit, Connection physical) throws SQLException {
        if (physical.isClosed()) {
            throw new SQLNonTransientConnectionException("the connection was lost before the commit", "08003");
        }
        try {
            Invocation.call(commit, physical, null);
        } catch (SQLException e) {
            throw isConflict(e)
                    ? new SQLTransactionRollbackException(
                            message(ROLLED_BACK, "the database refused the commit", e),
                            ROLLED_BACK,
                            e.getErrorCode(),
                            e)
                    : new SQLNonTransientConnectionException(
                            message(UNKNOWN, "the database has not confirmed the commit", e),
                            UNKNOWN,
                            e.getErrorCode(),
                            e);
        }
    }

    private static String message(String state, String text, SQLException reason) {
        return "SQLState " + state + ": " + text + ": " + reason.getMessage();
    }

    /** Whether the database itself says that it has rolled back. 40003 is "statement completion unknown". */
    private static boolean isConflict(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return CONFLICTS.contains(e.getErrorCode())
                || state.startsWith("23")
                || state.startsWith("40") && !state.equals("40003");
    }
}
