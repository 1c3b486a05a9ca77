package org.sipprovisioning.datasource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connection that a container pools. While it is idle, it holds nothing that a restart of the database could break. It
 * takes a physical connection with the first statement, and gives it back at commit or rollback, even if statements are
 * open, or in auto-commit mode when the last statement is closed. Within a transaction it never takes a second one: a
 * transaction whose connection is lost must fail.
 */
final class LogicalConnection implements InvocationHandler {
    private static final Logger LOG = Logger.getLogger(LogicalConnection.class.getName());

    private final PhysicalConnections source;
    private final Connection proxy = proxy(Connection.class, this);
    private final SessionSettings settings = new SessionSettings();
    private final Set<OpenWork> open = new HashSet<>();
    private Connection physical;
    private SQLException refused;
    private boolean inTransaction;
    private boolean closed;

    LogicalConnection(PhysicalConnections source) {
        this.source = source;
        source.enter();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    Connection proxy() {
        return proxy;
    }

    @Override
    public synchronized Object invoke(Object self, Method method, Object[] arguments) throws SQLException {
        return switch (method.getName()) {
            case "close", "abort" -> close();
            case "isClosed" -> closed;
            // Always valid while open, because it recovers: the container must neither wait for the database nor
            // drop this connection.
            case "isValid" -> !closed;
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "logical connection " + System.identityHashCode(self);
            case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(self);
            case "unwrap" -> unwrap((Class<?>) arguments[0]);
            default -> invokeOpen(method, arguments);
        };
    }

    private Object invokeOpen(Method method, Object[] arguments) throws SQLException {
        if (closed) {
            throw new SQLNonTransientConnectionException("the connection is closed", "08003");
        }
        return switch (method.getName()) {
            case "beginRequest", "endRequest" -> null;
            case "getWarnings", "clearWarnings" ->
                physical == null ? null : Invocation.call(method, physical, arguments);
            case "getClientInfo" -> arguments == null ? new Properties() : null;
            // Open Liberty calls this when it opens a connection. MariaDB refuses it, and HikariCP would then
            // consider the connection broken.
            case "getTypeMap" -> new HashMap<String, Class<?>>();
            case "setClientInfo", "setTypeMap" -> null;
            case "getMetaData" -> proxy(DatabaseMetaData.class, this::invokeMetaData);
            case "commit" -> end(method);
            case "rollback" -> arguments == null ? rollback(method) : work(method, Target.CONNECTION, arguments);
            default -> SessionSettings.isSetter(method) ? set(method, arguments) : getOrWork(method, arguments);
        };
    }

    private Object set(Method method, Object[] arguments) throws SQLException {
        settings.keep(method, arguments);
        refused = null;
        return physical == null ? null : work(method, Target.CONNECTION, arguments);
    }

    private Object getOrWork(Method method, Object[] arguments) throws SQLException {
        Optional<Object> kept = settings.find(method);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (!SessionSettings.isGetter(method)) {
            return work(method, Target.CONNECTION, arguments);
        }
        Optional<Object> known = source.defaults().get(method.getName());
        if (known == null) {
            known = Optional.ofNullable(work(method, Target.CONNECTION, arguments));
            source.defaults().put(method.getName(), known);
        }
        return known.orElse(null);
    }

    /** Takes the connection anew for each call, because callers may keep the metadata for long. */
    private synchronized Object invokeMetaData(Object self, Method method, Object[] arguments) throws SQLException {
        return switch (method.getName()) {
            case "getConnection" -> proxy;
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            // Payara calls this when it opens a connection, and would then set the client info at each close: neither
            // may wait for the database.
            case "getClientInfoProperties" -> throw new SQLFeatureNotSupportedException();
            default -> work(method, Connection::getMetaData, arguments);
        };
    }

    private interface Target {
        Target CONNECTION = connection -> connection;

        Object of(Connection connection) throws SQLException;
    }

    private Object work(Method method, Target target, Object[] arguments) throws SQLException {
        try {
            Object result = Invocation.call(method, target.of(begin()), arguments);
            Class<?> type = method.getReturnType();
            boolean stays = Statement.class.isAssignableFrom(type) || type == ResultSet.class;
            return stays ? track(result, type) : result;
        } finally {
            giveBackIfIdle();
        }
    }

    private Object track(Object result, Class<?> type) {
        OpenWork work = new OpenWork(this, result, inTransaction);
        open.add(work);
        return proxy(type, work);
    }

    private Connection begin() throws SQLException {
        if (physical != null && !inTransaction && physical.isClosed()) {
            giveBack();
        }
        inTransaction = !settings.autoCommit();
        if (physical == null) {
            physical = take();
            settings.applyTo(physical);
        }
        return physical;
    }

    /** Within a transaction, fails at once after a failure: EclipseLink tries again, and a second wait would be in vain. */
    private Connection take() throws SQLException {
        if (inTransaction && refused != null) {
            throw new SQLTransientConnectionException(refused.getMessage(), refused.getSQLState(), refused);
        }
        try {
            return source.take();
        } catch (SQLException e) {
            refused = e;
            throw e;
        }
    }

    /** Called when a statement or result set was closed. */
    synchronized void closed(OpenWork work) {
        open.remove(work);
        giveBackIfIdle();
    }

    private Object end(Method method) throws SQLException {
        refused = null;
        if (physical != null) {
            try {
                TransactionEnd.call(method, physical);
            } finally {
                inTransaction = false;
                // EclipseLink does not close the statement of an insert that returns a generated key.
                open.removeIf(OpenWork::endsWithTransaction);
                giveBackIfIdle();
            }
        }
        return null;
    }

    private Object rollback(Method method) {
        try {
            end(method);
        } catch (SQLException e) {
            // If the connection is lost, the database rolls back by itself.
            LOG.log(Level.FINE, "no rollback on a broken connection", e);
            giveBack();
        }
        return null;
    }

    private void giveBackIfIdle() {
        open.removeIf(OpenWork::isClosed);
        if (open.isEmpty() && !inTransaction) {
            giveBack();
        }
    }

    /** Rolls back what was not committed: this application's pool does so itself, but an operator's may not. */
    private void giveBack() {
        if (physical == null) {
            return;
        }
        try (Connection used = physical) {
            physical = null;
            open.clear();
            if (inTransaction && !used.isClosed()) {
                used.rollback();
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "a broken connection was given back", e);
        } finally {
            inTransaction = false;
        }
    }

    private <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(proxy)) {
            // The caller would use the physical connection after it was given back.
            throw new SQLException("no access to the physical connection");
        }
        return type.cast(proxy);
    }

    private Object close() {
        if (!closed) {
            closed = true;
            giveBack();
            source.leave();
        }
        return null;
    }
}
