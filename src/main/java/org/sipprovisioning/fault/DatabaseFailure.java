package org.sipprovisioning.fault;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;

/** Classifies the failures of the database, however deep the container has wrapped them. */
public final class DatabaseFailure {
    private static final int MARIADB_DEADLOCK = 1213;
    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;
    private static final int MARIADB_STATEMENT_TIMEOUT = 1969;
    private static final int H2_LOCK_TIMEOUT = 50200;
    private static final int MAX_CAUSES = 50;

    /** SQLState "transaction resolution unknown", which the data source gives to a commit that the database has not confirmed. */
    private static final String UNKNOWN = "08007";

    private static final String ROLLED_BACK = "40";

    private DatabaseFailure() {}

    /**
     * Whether the database cannot be reached, has ended the connection, possibly at the commit, or has ended a statement that took too long.
     * A later try may succeed.
     */
    public static boolean isUnavailable(Throwable failure) {
        return causes(failure).anyMatch(DatabaseFailure::isOfTheContainer) && !commitFailedWith(failure, ROLLED_BACK)
                || anySqlException(
                        failure,
                        e -> e instanceof SQLTransientConnectionException
                                || e instanceof SQLNonTransientConnectionException
                                || e instanceof SQLRecoverableException
                                || e.getErrorCode() == MARIADB_STATEMENT_TIMEOUT
                                || stateClass(e, "08"));
    }

    /** Whether the database has not confirmed a commit: nobody knows whether the transaction's changes were made. */
    public static boolean isOutcomeUnknown(Throwable failure) {
        return anySqlException(failure, e -> stateClass(e, UNKNOWN)) || commitFailedWith(failure, UNKNOWN);
    }

    /** Whether two transactions were in conflict. The same transaction, run again, may succeed, or fail with a clearer reason. */
    public static boolean isTransient(Throwable failure) {
        return !isOutcomeUnknown(failure) && isConflict(failure);
    }

    private static boolean isConflict(Throwable failure) {
        return isConstraintViolation(failure)
                || commitFailedWith(failure, ROLLED_BACK)
                || causes(failure).anyMatch(OptimisticLockException.class::isInstance)
                || anySqlException(
                        failure,
                        e -> stateClass(e, "40")
                                || e.getErrorCode() == MARIADB_DEADLOCK
                                || e.getErrorCode() == MARIADB_LOCK_WAIT_TIMEOUT
                                || e.getErrorCode() == H2_LOCK_TIMEOUT);
    }

    /** Whether a unique or foreign key constraint was violated. */
    public static boolean isConstraintViolation(Throwable failure) {
        return anySqlException(
                failure, e -> e instanceof SQLIntegrityConstraintViolationException || stateClass(e, "23"));
    }

    /**
     * Whether a session broke when it entered or committed a transaction: the container then keeps only the text of the database's failure.
     * ResourceAllocationException is compared by name, because not every server has the class.
     */
    private static boolean isOfTheContainer(Throwable cause) {
        return cause instanceof SystemException
                || cause.getClass().getName().equals("jakarta.resource.spi.ResourceAllocationException");
    }

    /** Whether the container says this of a commit, with no more than the text of the data source's exception, as Payara does. */
    private static boolean commitFailedWith(Throwable failure, String stateClass) {
        return causes(failure)
                .filter(XAException.class::isInstance)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("SQLState " + stateClass));
    }

    private static boolean anySqlException(Throwable failure, Predicate<SQLException> test) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(test);
    }

    /** Returns the failure with its causes and the suppressed exceptions: Narayana keeps the reason of a failed commit there. */
    private static Stream<Throwable> causes(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        Set<Throwable> found = new LinkedHashSet<>();
        while (!open.isEmpty() && found.size() < MAX_CAUSES) {
            Throwable next = open.removeFirst();
            if (found.add(next)) {
                Optional.ofNullable(next.getCause()).ifPresent(open::addLast);
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return found.stream();
    }

    private static boolean stateClass(SQLException e, String stateClass) {
        return Optional.ofNullable(e.getSQLState())
                .filter(state -> state.startsWith(stateClass))
                .isPresent();
    }
}
