package org.sipprovisioning.datasource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Where logical connections take physical ones: our pool, or the operator's. Our pool is made for the first work and
 * closed with the last logical connection, which is how it ends, and H2 releases its file, when a container closes its
 * own pool at undeployment: no container tells a DataSource.
 */
final class PhysicalConnections {
    private final Supplier<DatabaseSettings> settings;
    private String name = "provisioning";
    private DataSource source;
    private boolean opened;
    private int users;

    /** What a physical connection comes with, by the getter's name; empty for null. */
    private final Map<String, Optional<Object>> defaults = new ConcurrentHashMap<>();

    PhysicalConnections(Supplier<DatabaseSettings> settings) {
        this.settings = settings;
    }

    synchronized void setName(String name) {
        this.name = name;
    }

    synchronized void enter() {
        users++;
    }

    synchronized void leave() {
        users--;
        if (users == 0 && source instanceof DatabasePool pool) {
            source = null;
            pool.close();
        }
    }

    Connection take() throws SQLException {
        DataSource from = source();
        Connection connection = from.getConnection();
        if (!(from instanceof DatabasePool)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return connection;
    }

    /** Open Liberty asks for them when it opens a connection, and then must not wait for the database: asked of it once. */
    Map<String, Optional<Object>> defaults() {
        return defaults;
    }

    private synchronized DataSource source() throws SQLException {
        if (source == null) {
            DataSource open = open();
            // At the start only: a container may drop its last connection, and so our pool, while the database is away.
            source = !opened && open instanceof DatabasePool pool ? pool.patient() : open;
            opened = true;
        }
        return source;
    }

    @SuppressWarnings("BanJNDI") // The operator names it
    private DataSource open() throws SQLException {
        try {
            DatabaseSettings read = settings.get();
            return read.jndi().isPresent() ? InitialContext.doLookup(read.jndi().get()) : new DatabasePool(read, name);
        } catch (NamingException e) {
            throw new SQLException("PROVISIONING_DB_JNDI names no pool: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
