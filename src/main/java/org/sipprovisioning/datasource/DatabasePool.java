package org.sipprovisioning.datasource;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The pool of physical connections: READ COMMITTED, not in auto-commit mode, tested before they are lent. */
final class DatabasePool extends HikariDataSource implements ConnectionSource {
    /** Together with at most one second for a running test and 2.5 s for a statement, this stays below 5 s. */
    private static final long WAIT_MILLIS = 1500;

    /** The wait for the very first connection, at the start: on a busy machine H2 takes longer than a request may wait. */
    private static final long FIRST_WAIT_MILLIS = 10_000;

    private static final long TEST_MILLIS = 1000;

    private final Connector connector;
    private volatile boolean patient;

    DatabasePool(DatabaseSettings settings, String name) {
        this(settings, name, new Connector(settings));
    }

    private DatabasePool(DatabaseSettings settings, String name, Connector connector) {
        super(configuration(settings, name, connector));
        this.connector = connector;
    }

    private static HikariConfig configuration(DatabaseSettings settings, String name, Connector connector) {
        settings.url().directory().ifPresent(DataDirectory::make);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connector);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(TEST_MILLIS);
        // Does not wait for the database here, but in getConnection().
        config.setInitializationFailTimeout(-1);
        // Nearly all work is transactional: with this, no transaction needs a round trip to change the mode.
        config.setAutoCommit(false);
        // Fewer gap locks than with MariaDB's REPEATABLE READ, and the same level on both databases.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (settings.url().isH2()) {
            // H2 closes its file with the last connection, so they do not expire.
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        }
        return config;
    }

    /** Makes the next call of {@link #getConnection()} wait longer. */
    DatabasePool patient() {
        patient = true;
        return this;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long end = System.nanoTime() + MILLISECONDS.toNanos(patient ? FIRST_WAIT_MILLIS : 0);
        try {
            while (true) {
                try {
                    return super.getConnection();
                } catch (SQLTransientConnectionException timeout) {
                    if (System.nanoTime() >= end) {
                        throw connector.explain(timeout);
                    }
                }
            }
        } finally {
            patient = false;
        }
    }

    @Override
    public void close() {
        connector.stop();
        super.close();
    }
}
