package org.sipprovisioning.datasource;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The data source that {@code @DataSourceDefinition} gives to the container. It is configured by
 * {@code PROVISIONING_DB_URL}, {@code _USER}, {@code _PASSWORD}, {@code _POOL_SIZE} and {@code _JNDI}, or by system
 * properties of the same names ({@code provisioning.db.url} …). Without any, it uses an H2 file in
 * {@code PROVISIONING_DATA_DIR}.
 */
public final class ProvisioningDataSource implements DataSource {
    private final PhysicalConnections physical;
    private PrintWriter logWriter;
    private int loginTimeout;

    public ProvisioningDataSource() {
        this(DatabaseSettings::read);
    }

    ProvisioningDataSource(Supplier<DatabaseSettings> settings) {
        physical = new PhysicalConnections(settings);
    }

    /** Sets the name of the pool in the log. WildFly refuses a definition without any property. */
    public void setPoolName(String poolName) {
        physical.setName(poolName);
    }

    /**
     * Does nothing, because the URL names the server. Open Liberty sets the default of {@code @DataSourceDefinition}, and warns if it
     * cannot.
     */
    public void setServerName(String serverName) {}

    /** Returns a logical connection. Does not access the database. */
    @Override
    public Connection getConnection() {
        return new LogicalConnection(physical).proxy();
    }

    /** Ignores user and password. Some containers pass those of their definition, and this application's definition has none. */
    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter logWriter) {
        this.logWriter = logWriter;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    /** Only stores the value: the pool's own limit is shorter. */
    @Override
    public void setLoginTimeout(int loginTimeout) {
        this.loginTimeout = loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("not a " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
