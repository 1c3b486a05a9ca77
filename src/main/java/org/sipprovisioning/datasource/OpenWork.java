package org.sipprovisioning.datasource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An open statement, or an open result set of the metadata. A logical connection keeps its physical one as long as it has open work. */
final class OpenWork implements InvocationHandler {
    private final LogicalConnection connection;
    private final Object delegate;
    private final boolean endsWithTransaction;

    OpenWork(LogicalConnection connection, Object delegate, boolean endsWithTransaction) {
        this.connection = connection;
        this.delegate = delegate;
        this.endsWithTransaction = endsWithTransaction;
    }

    boolean endsWithTransaction() {
        return endsWithTransaction;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws SQLException {
        return switch (method.getName()) {
            case "close" -> close(method);
            case "getConnection" -> connection.proxy();
            case "equals" -> self == arguments[0];
            default -> Invocation.call(method, delegate, arguments);
        };
    }

    private Object close(Method method) throws SQLException {
        try {
            return Invocation.call(method, delegate, null);
        } finally {
            connection.closed(this);
        }
    }

    /** Whether it is closed. A statement also closes by itself, after closeOnCompletion() or with its connection. */
    boolean isClosed() {
        try {
            return delegate instanceof Statement statement ? statement.isClosed() : ((ResultSet) delegate).isClosed();
        } catch (SQLException e) {
            // Only a broken statement or result set throws here.
            return true;
        }
    }
}
