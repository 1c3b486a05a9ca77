package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorPoolTest {
    /** The connections that the operator's pool has handed out. */
    private static final List<Connection> LENT = new ArrayList<>();

    @BeforeEach
    void bind() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Naming.class.getName());
        LENT.clear();
    }

    @AfterEach
    void unbind() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void lendsItsConnectionsForOneTransactionEach() throws SQLException {
        try (Connection connection = named("jdbc/operator").getConnection()) {
            connection.setAutoCommit(false);
            execute(connection);
            assertThat(LENT).hasSize(1);
            assertThat(LENT.get(0).getAutoCommit()).isFalse();
            assertThat(LENT.get(0).getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            connection.commit();
            assertThat(LENT.get(0).isClosed()).isTrue();
            execute(connection);
            assertThat(LENT).hasSize(2);
        }
        assertThat(LENT.get(1).isClosed()).isTrue();
    }

    @Test
    void isMissedByName() throws SQLException {
        try (Connection connection = named("jdbc/nothing").getConnection()) {
            assertThatThrownBy(() -> execute(connection)).hasMessageContaining("PROVISIONING_DB_JNDI");
        }
    }

    @Test
    void isNamedIfItGivesNoConnection() throws SQLException {
        try (Connection connection = named("jdbc/away").getConnection()) {
            assertThatThrownBy(() -> execute(connection))
                    .hasMessage("the pool jdbc/away gives no connection: Connection refused");
        }
    }

    private static ProvisioningDataSource named(String name) {
        return new ProvisioningDataSource(() -> DatabaseSettings.read(Map.of("provisioning.db.jndi", name)::get));
    }

    private static void execute(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /** A JNDI directory with one entry, the pool. */
    public static final class Naming implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) throws NamingException {
                    if (!name.equals("jdbc/operator") && !name.equals("jdbc/away")) {
                        throw new NamingException(name + " not found");
                    }
                    return Proxy.newProxyInstance(
                            DataSource.class.getClassLoader(),
                            new Class<?>[] {DataSource.class},
                            (self, method, arguments) -> lend(name));
                }
            };
        }
    }

    private static Connection lend(String name) throws SQLException {
        if (name.equals("jdbc/away")) {
            throw new SQLException(
                    "Cannot connect", new SQLException("Connection refused", new SQLException("jdbc:x?password=hush")));
        }
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:operator");
        LENT.add(connection);
        return connection;
    }
}
