package org.sipprovisioning.datasource;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The data source that a container is given by {@code @DataSourceDefinition}. It is configured by
 * {@code PROVISIONING_DB_URL}, {@code _USER}, {@code _PASSWORD}, {@code _POOL_SIZE} and {@code _JNDI}, or system
 * properties of the same names ({@code provisioning.db.url} …); without any, an H2 file in {@code PROVISIONING_DATA_DIR}.
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

    /** The name of our pool in the log; WildFly takes no definition without a property. */
    public void setPoolName(String poolName) {
        physical.setName(poolName);
    }

    /** Open Liberty passes the default of {@code @DataSourceDefinition}, and warns where it cannot: the URL says it. */
    public void setServerName(String serverName) {}

    /** Does not touch the database. */
    @Override
    public Connection getConnection() {
        return new LogicalConnection(physical).proxy();
    }

    /** For containers that pass the user of their definition; ours has none. */
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

    /** Kept only: the pool's own bound is shorter. */
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
