package org.sipprovisioning.datasource;

import java.sql.Connection;
import java.sql.SQLException;
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
    private int users;

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

    private synchronized DataSource source() throws SQLException {
        if (source == null) {
            source = open();
        }
        return source;
    }

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
