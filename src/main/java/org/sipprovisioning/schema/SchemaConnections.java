package org.sipprovisioning.schema;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections for Flyway, each of which stays on one session of the database: Flyway's lock on MariaDB (GET_LOCK) belongs
 * to the session, and the application's data source would otherwise change the session with each statement.
 */
final class SchemaConnections implements DataSource {
    /** The migration of a large table takes long, and another node may be migrating at the same time. */
    private static final int MIGRATION_MILLIS = (int) TimeUnit.HOURS.toMillis(1);

    private final DataSource dataSource;

    SchemaConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return onOneSession(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Keeps a statement open: the application's data source does not change the session while one is open. */
    private static Connection onOneSession(Connection connection) throws SQLException {
        Statement open = connection.createStatement();
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, MIGRATION_MILLIS);
        String limit = limitOfStatements(open);
        setLimitOfStatements(open, limit.isEmpty() ? limit : "0");
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        setLimitOfStatements(open, limit);
                        connection.setNetworkTimeout(Runnable::run, timeout);
                        open.close();
                    }
                    return call(method, connection, arguments);
                });
    }

    /** Returns the seconds after which MariaDB itself ends a statement; the empty text on H2, which has no such limit. */
    private static String limitOfStatements(Statement statement) throws SQLException {
        if (statement.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
            return "";
        }
        try (ResultSet row = statement.executeQuery("SELECT @@max_statement_time")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void setLimitOfStatements(Statement statement, String seconds) throws SQLException {
        if (!seconds.isEmpty()) {
            statement.execute("SET max_statement_time = " + seconds);
        }
    }

    private static Object call(Method method, Connection connection, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        dataSource.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        dataSource.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return dataSource.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return dataSource.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return dataSource.isWrapperFor(type);
    }
}
