package org.sipprovisioning.datasource;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens physical connections for the pool, in the pool's own thread, and tries again until the database answers.
 * HikariCP itself would wait longer after each failure, up to 5 s: the first request after a restart would fail.
 */
final class Connector implements DataSource {
    private static final Logger LOG = Logger.getLogger(Connector.class.getName());
    private static final long PAUSE_MILLIS = 400;

    private final DatabaseSettings settings;
    private final Driver driver;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile SQLException lastFailure;

    Connector(DatabaseSettings settings) {
        this.settings = settings;
        // Not by DriverManager: on some servers it does not find the drivers in the WAR.
        driver = settings.url().isH2() ? h2() : new org.mariadb.jdbc.Driver();
    }

    private static Driver h2() {
        OwnerOnlyFiles.register();
        return new org.h2.Driver();
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = GaleraNode.prepare(connect());
                reached();
                return connection;
            } catch (SQLException failure) {
                missed(failure);
            }
            pause();
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        if (!settings.user().isEmpty()) {
            login.setProperty("user", settings.user());
            login.setProperty("password", settings.password());
        }
        return driver.connect(settings.url().withOptions(), login);
    }

    private void reached() {
        if (lastFailure != null) {
            LOG.log(Level.INFO, "{0} answers again", settings);
        }
        lastFailure = null;
    }

    private void missed(SQLException failure) {
        SQLException clean = withoutSecrets(failure);
        if (lastFailure == null) {
            // Once per outage. At the start JPA meets the outage before the schema's check can report it.
            LOG.log(
                    Level.WARNING,
                    "{0} does not answer: {1}. Check that it runs, and PROVISIONING_DB_URL, _USER and _PASSWORD.",
                    new Object[] {settings, clean.getMessage()});
        }
        lastFailure = clean;
    }

    private void pause() throws SQLException {
        try {
            if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new SQLException("the pool is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for " + settings, e);
        }
    }

    /** Replaces a message that contains the URL or the password: some messages of the drivers repeat the URL with its parameters. */
    private SQLException withoutSecrets(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("jdbc:") || !settings.password().isEmpty() && message.contains(settings.password())) {
                return new SQLException(
                        "refused, error " + failure.getErrorCode(), failure.getSQLState(), failure.getErrorCode());
            }
        }
        return failure;
    }

    /** Returns the exception for a caller that got no connection in time: it has the reason of the last failure, if one is known. */
    SQLException explain(SQLException timeout) {
        SQLException failure = lastFailure;
        return failure == null
                ? timeout
                : new SQLTransientConnectionException(
                        settings + " does not answer: " + failure.getMessage(), "08001", failure);
    }

    /** Ends the attempts, because the pool is closed. */
    void stop() {
        stopped.countDown();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password come from the settings");
    }

    @Override
    public int getLoginTimeout() {
        // Seconds that the closing pool waits for this thread.
        return 2;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The driver's connectTimeout is the limit.
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // This class logs by java.util.logging.
    }

    @Override
    public Logger getParentLogger() {
        return LOG;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException(type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** Without secrets, because the pool logs it. */
    @Override
    public String toString() {
        return settings.toString();
    }
}
