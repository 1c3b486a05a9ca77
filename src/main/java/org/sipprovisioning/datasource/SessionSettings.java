package org.sipprovisioning.datasource;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The properties that a container sets on a logical connection. They are kept, and applied to each physical connection that it takes. */
final class SessionSettings {
    private static final String AUTO_COMMIT = "AutoCommit";

    /** HikariCP resets each of these properties when a connection is given back. */
    private static final Map<String, String> SETTERS = Map.of(
            "setAutoCommit", AUTO_COMMIT,
            "setReadOnly", "ReadOnly",
            "setTransactionIsolation", "TransactionIsolation",
            "setCatalog", "Catalog",
            "setSchema", "Schema",
            "setNetworkTimeout", "NetworkTimeout");

    private static final Map<String, String> GETTERS = Map.of(
            "getAutoCommit", AUTO_COMMIT,
            "isReadOnly", "ReadOnly",
            "getTransactionIsolation", "TransactionIsolation",
            "getCatalog", "Catalog",
            "getSchema", "Schema",
            "getNetworkTimeout", "NetworkTimeout");

    /** The initial state of a physical connection, except for the auto-commit mode. */
    private static final Map<String, Object> DEFAULTS =
            Map.of("ReadOnly", false, "TransactionIsolation", Connection.TRANSACTION_READ_COMMITTED);

    @SuppressWarnings("ArrayRecordComponent") // Never compared
    private record Change(Method setter, Object[] arguments, Object value) {}

    private final Map<String, Change> changes = new HashMap<>();
    private boolean autoCommit = true;

    boolean autoCommit() {
        return autoCommit;
    }

    static boolean isSetter(Method method) {
        return SETTERS.containsKey(method.getName());
    }

    static boolean isGetter(Method method) {
        return GETTERS.containsKey(method.getName());
    }

    /** Keeps the value that a setter gets. */
    void keep(Method setter, Object[] arguments) {
        Object value = arguments[arguments.length - 1];
        String property = SETTERS.get(setter.getName());
        if (property.equals(AUTO_COMMIT)) {
            autoCommit = (Boolean) value;
        } else if (value == null || value.equals(DEFAULTS.get(property))) {
            changes.remove(property);
        } else {
            changes.put(property, new Change(setter, arguments, value));
        }
    }

    /** Returns the getter's value; empty if only the database knows it. */
    Optional<Object> find(Method getter) {
        String property = GETTERS.get(getter.getName());
        if (property == null) {
            return Optional.empty();
        }
        if (property.equals(AUTO_COMMIT)) {
            return Optional.of(autoCommit);
        }
        Change change = changes.get(property);
        return Optional.ofNullable(change == null ? DEFAULTS.get(property) : change.value());
    }

    void applyTo(Connection physical) throws SQLException {
        if (physical.getAutoCommit() != autoCommit) {
            physical.setAutoCommit(autoCommit);
        }
        for (Change change : changes.values()) {
            Invocation.call(change.setter(), physical, change.arguments());
        }
    }
}
