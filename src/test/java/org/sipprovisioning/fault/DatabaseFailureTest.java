package org.sipprovisioning.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailureTest {

    static Stream<SQLException> unavailable() {
        return Stream.of(
                new SQLTransientConnectionException("HikariPool: Connection is not available, timed out"),
                new SQLNonTransientConnectionException("Connection refused"),
                new SQLRecoverableException("lost"),
                new SQLException("MariaDB: connection is gone", "08S01", 1053),
                new SQLException("MariaDB: too many connections", "08004", 1040),
                // H2's driver makes its exceptions like this
                org.h2.message.DbException.get(org.h2.api.ErrorCode.CONNECTION_BROKEN_1, "x")
                        .getSQLException(),
                org.h2.message.DbException.get(org.h2.api.ErrorCode.DATABASE_IS_CLOSED)
                        .getSQLException());
    }

    static Stream<SQLException> passing() {
        return Stream.of(
                new SQLException("MariaDB: deadlock", "40001", 1213),
                new SQLException("MariaDB: lock wait timeout", "HY000", 1205),
                new SQLTransactionRollbackException("Galera: lost certification", "40001", 1213),
                org.h2.message.DbException.get(org.h2.api.ErrorCode.DEADLOCK_1, "x")
                        .getSQLException(),
                org.h2.message.DbException.get(org.h2.api.ErrorCode.LOCK_TIMEOUT_1, "x")
                        .getSQLException());
    }

    static Stream<SQLException> constraints() {
        return Stream.of(
                new SQLIntegrityConstraintViolationException("MariaDB: duplicate", "23000", 1062),
                new SQLException("MariaDB: foreign key", "23000", 1452),
                org.h2.message.DbException.get(org.h2.api.ErrorCode.DUPLICATE_KEY_1, "x")
                        .getSQLException(),
                org.h2.message.DbException.get(
                                org.h2.api.ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1, "x")
                        .getSQLException());
    }

    static Stream<SQLException> ours() {
        return Stream.of(
                new SQLSyntaxErrorException("no such table", "42S02", 1146),
                new SQLException("data too long", "22001", 1406),
                new SQLException("no state"));
    }

    @ParameterizedTest
    @MethodSource("unavailable")
    void knowsThatTheDatabaseIsAway(SQLException e) {
        assertThat(DatabaseFailure.isUnavailable(wrapped(e))).isTrue();
        assertThat(DatabaseFailure.isTransient(wrapped(e))).isFalse();
        assertThat(DatabaseFailure.isConstraintViolation(wrapped(e))).isFalse();
    }

    @Test
    void knowsThatTheDatabaseIsAwayAtACommit() {
        assertThat(DatabaseFailure.isUnavailable(new EJBException("Unable to complete", new SystemException())))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void knowsWhatMayPassNextTime(SQLException e) {
        assertThat(DatabaseFailure.isTransient(wrapped(e))).isTrue();
        assertThat(DatabaseFailure.isUnavailable(wrapped(e))).isFalse();
        assertThat(DatabaseFailure.isConstraintViolation(wrapped(e))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void knowsAConstraint(SQLException e) {
        assertThat(DatabaseFailure.isConstraintViolation(wrapped(e))).isTrue();
        assertThat(DatabaseFailure.isTransient(wrapped(e))).isTrue();
        assertThat(DatabaseFailure.isUnavailable(wrapped(e))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void takesNothingElseForOneOfThem(SQLException e) {
        assertThat(DatabaseFailure.isUnavailable(wrapped(e))).isFalse();
        assertThat(DatabaseFailure.isTransient(wrapped(e))).isFalse();
        assertThat(DatabaseFailure.isConstraintViolation(wrapped(e))).isFalse();
    }

    @Test
    void aLostUpdateMayPass() {
        assertThat(DatabaseFailure.isTransient(new EJBException(new OptimisticLockException())))
                .isTrue();
        assertThat(DatabaseFailure.isTransient(new PersistenceException())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unavailable")
    void knowsWhatNarayanaSuppresses(SQLException e) {
        assertThat(DatabaseFailure.isUnavailable(suppressed(e))).isTrue();
        assertThat(DatabaseFailure.isTransient(suppressed(e))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void knowsWhatMayPassNextTimeWhereNarayanaSuppressesIt(SQLException e) {
        assertThat(DatabaseFailure.isTransient(suppressed(e))).isTrue();
    }

    @Test
    void endsWhereCausesRunInACircle() {
        RuntimeException first = new RuntimeException("first");
        first.initCause(new RuntimeException("second", first));

        assertThat(DatabaseFailure.isTransient(first)).isFalse();
    }

    private static Exception suppressed(SQLException e) {
        Exception commit = new Exception("Could not commit transaction.");
        commit.addSuppressed(new Exception("Could not commit local transaction", e));
        return new EJBException(commit);
    }

    private static Exception wrapped(SQLException e) {
        return new EJBException(new RuntimeException("commit failed", new PersistenceException(e)));
    }
}
