package org.sipprovisioning.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The operator's own pool, which {@code PROVISIONING_DB_JNDI} names. */
record OperatorPool(String name, DataSource pool) implements ConnectionSource {
    private static final int MAX_CAUSES = 20;

    @SuppressWarnings("BanJNDI") // The operator names it
    static OperatorPool find(String name) throws SQLException {
        try {
            return new OperatorPool(name, InitialContext.doLookup(name));
        } catch (NamingException e) {
            throw new SQLException("PROVISIONING_DB_JNDI names no pool: " + e.getMessage(), e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = pool.getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return connection;
        } catch (SQLException e) {
            String message = "the pool " + name + " gives no connection: " + reason(e);
            throw new SQLException(message, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    /** Returns what the deepest cause says. A message with a URL may contain a password. */
    private static String reason(SQLException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> !message.contains("jdbc:"))
                .reduce("refused", (outer, inner) -> inner);
    }
}
