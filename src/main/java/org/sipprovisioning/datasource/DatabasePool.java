package org.sipprovisioning.datasource;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The physical connections: READ COMMITTED, not in auto-commit mode, tested before they are handed out. */
final class DatabasePool extends HikariDataSource {
    /** With at most one more second for a test under way, and 2.5 s for a statement: below 5 s in all. */
    private static final long WAIT_MILLIS = 1500;

    /** For the first connection of all, at the start: on a busy machine H2 takes longer than a request may wait. */
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
        // Never waits for the database here: getConnection() does.
        config.setInitializationFailTimeout(-1);
        // Nearly all work is transactional: so neither end of a transaction costs a round trip for the mode.
        config.setAutoCommit(false);
        // Fewer gap locks than MariaDB's REPEATABLE READ, and the same on both databases.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (settings.url().isH2()) {
            // H2 closes its file with the last connection, so they do not expire.
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        }
        return config;
    }

    /** Waits longer, once: for the first connection of this pool. */
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
