package org.sipprovisioning.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
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
                new SQLTimeoutException("MariaDB: max_statement_time exceeded", "70100", 1969),
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

    /** The shapes in which the three servers report a failed commit. The messages are those of the data source. */
    static Stream<Function<SQLException, Exception>> commits() {
        return Stream.of(
                DatabaseFailureTest::ofPayara, DatabaseFailureTest::suppressed, DatabaseFailureTest::ofOpenLiberty);
    }

    @ParameterizedTest
    @MethodSource("commits")
    void knowsARefusedCommit(Function<SQLException, Exception> server) {
        Exception failure = server.apply(new SQLTransactionRollbackException(
                "SQLState 40001: the database refused the commit: Deadlock found", "40001", 1213));

        assertThat(DatabaseFailure.isTransient(failure)).isTrue();
        assertThat(DatabaseFailure.isOutcomeUnknown(failure)).isFalse();
        assertThat(DatabaseFailure.isUnavailable(failure)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("commits")
    void knowsACommitWithoutAnAnswer(Function<SQLException, Exception> server) {
        Exception failure = server.apply(new SQLNonTransientConnectionException(
                "SQLState 08007: the database has not confirmed the commit: Socket error", "08007"));

        assertThat(DatabaseFailure.isOutcomeUnknown(failure)).isTrue();
        assertThat(DatabaseFailure.isUnavailable(failure)).isTrue();
        assertThat(DatabaseFailure.isTransient(failure)).isFalse();
    }

    /** A value that a client has chosen may be in the message of a violated constraint. */
    @Test
    void readsNoStateInOtherMessages() {
        Exception failure = wrapped(new SQLException("Duplicate entry 'SQLState 08007'", "23000", 1062));

        assertThat(DatabaseFailure.isOutcomeUnknown(failure)).isFalse();
        assertThat(DatabaseFailure.isTransient(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unavailable")
    void knowsTheOutcomeOfALostConnection(SQLException e) {
        assertThat(DatabaseFailure.isOutcomeUnknown(wrapped(e))).isFalse();
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

    /** Payara keeps the message of the data source's exception only. */
    private static Exception ofPayara(SQLException e) {
        SystemException system = new SystemException();
        system.initCause(new XAException("jakarta.resource.spi.LocalTransactionException: " + e.getMessage()));
        return new EJBException("Unable to complete container-managed transaction.", system);
    }

    /** Open Liberty keeps the exception as the last of several causes, and the database's own below it. */
    private static Exception ofOpenLiberty(SQLException e) {
        XAException commit = new XAException();
        commit.initCause(new Exception("DSRA0080E: An exception was received by the Data Store Adapter.", e));
        HeuristicMixedException mixed = new HeuristicMixedException();
        mixed.initCause(commit);
        return new EJBException("nested exception is: " + mixed, (Exception) mixed);
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
