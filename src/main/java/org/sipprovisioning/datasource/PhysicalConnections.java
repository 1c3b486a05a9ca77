package org.sipprovisioning.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sipprovisioning.start.FailedStart;

/**
 * Lends physical connections to logical ones, from this application's pool or from the operator's. The application's pool
 * is created at the first use, and closed with the last logical connection. So the pool ends, and H2 releases its file,
 * when the container closes its own pool at undeployment: no container notifies a DataSource of that.
 */
final class PhysicalConnections {
    /** Whether the database has answered since the application was loaded: until then, a failure is one of the start. */
    private static volatile boolean reached;

    private final Supplier<DatabaseSettings> settings;
    private String name = "provisioning";
    private ConnectionSource source;
    private boolean opened;
    private int users;

    /** The initial values of a physical connection's properties, by the getter's name; empty stands for null. */
    private final Map<String, Optional<Object>> defaults = new ConcurrentHashMap<>();

    PhysicalConnections(Supplier<DatabaseSettings> settings) {
        this.settings = settings;
    }

    synchronized void setName(String name) {
        this.name = name;
    }

    /** Counts one more logical connection. */
    synchronized void enter() {
        users++;
    }

    /** Counts one logical connection less. Closes the application's pool after the last one. */
    synchronized void leave() {
        users--;
        if (users == 0 && source instanceof DatabasePool pool) {
            source = null;
            pool.close();
        }
    }

    /** Ends the process, if the setting says so, with the first connection: JPA takes it, before any bean of the application starts. */
    Connection take() throws SQLException {
        try {
            Connection connection = source().getConnection();
            reached = true;
            return connection;
        } catch (SQLException e) {
            if (!reached) {
                FailedStart.report(e);
            }
            throw e;
        }
    }

    /**
     * Returns the known initial values. Open Liberty reads them whenever it opens a connection, and must not wait for the database each
     * time: they are read from the database once.
     */
    Map<String, Optional<Object>> defaults() {
        return defaults;
    }

    private synchronized ConnectionSource source() throws SQLException {
        if (source == null) {
            ConnectionSource open = open();
            // At the start only: a container may close its last connection, and so this pool, while the database is not
            // available.
            source = !opened && open instanceof DatabasePool pool ? pool.patient() : open;
            opened = true;
        }
        return source;
    }

    private ConnectionSource open() throws SQLException {
        try {
            DatabaseSettings read = settings.get();
            return read.jndi().isPresent() ? OperatorPool.find(read.jndi().get()) : new DatabasePool(read, name);
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
