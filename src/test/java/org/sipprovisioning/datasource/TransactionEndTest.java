package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransactionEndTest {

    static Stream<SQLException> refused() {
        return Stream.of(
                new SQLException("Galera: certification failed", "40001", 1213),
                new SQLException("MariaDB: lock wait timeout", "HY000", 1205),
                new SQLException("MariaDB: constraint", "23000", 1452),
                org.h2.message.DbException.get(org.h2.api.ErrorCode.LOCK_TIMEOUT_1, "x")
                        .getSQLException());
    }

    static Stream<SQLException> unanswered() {
        return Stream.of(
                new SQLNonTransientConnectionException("Socket error", "08000"),
                new SQLException("statement completion unknown", "40003"),
                new SQLException("Galera: error during commit", "HY000", 1180),
                new SQLException("no state"),
                org.h2.message.DbException.get(org.h2.api.ErrorCode.DATABASE_IS_CLOSED)
                        .getSQLException());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysThatTheDatabaseHasRolledBack(SQLException e) {
        SQLException told = failure("commit", e, false);

        assertThat((Throwable) told)
                .isInstanceOf(SQLTransactionRollbackException.class)
                .hasMessageStartingWith("SQLState 40001: ")
                .hasCause(e);
        assertThat(told.getSQLState()).isEqualTo("40001");
        assertThat(told.getErrorCode()).isEqualTo(e.getErrorCode());
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void saysThatNobodyKnows(SQLException e) {
        SQLException told = failure("commit", e, false);

        assertThat((Throwable) told)
                .isInstanceOf(SQLNonTransientConnectionException.class)
                .hasMessageStartingWith("SQLState 08007: ")
                .hasCause(e);
        assertThat(told.getSQLState()).isEqualTo("08007");
    }

    @Test
    void aCommitOnAClosedConnectionIsKnownToFail() {
        assertThat(failure("commit", new SQLException("not called"), true).getSQLState())
                .isEqualTo("08003");
    }

    @Test
    void leavesTheFailureOfARollback() {
        SQLException e = new SQLException("Socket error", "08000");

        assertThat((Throwable) failure("rollback", e, false)).isSameAs(e);
    }

    private static SQLException failure(String end, SQLException e, boolean closed) {
        Connection connection = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isClosed")) {
                        return closed;
                    }
                    throw e;
                });
        return catchThrowableOfType(SQLException.class, () -> TransactionEnd.call(method(end), connection));
    }

    private static Method method(String name) throws NoSuchMethodException {
        return Connection.class.getMethod(name);
    }
}
