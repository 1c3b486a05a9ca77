package org.sipprovisioning.security;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.security.apikey.ApiKeys;
import org.sipprovisioning.token.AuthTokens;

/**
 * Deletes expired keys, auth tokens, nonces and audit entries every five minutes. Each transaction deletes at most 1,000 rows: a single one
 * for all would hold locks for long, and the time limit of a statement would end it for good.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_FAILURES = 3;

    /** The time for one kind of rows in one run. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @Inject
    ApiKeys keys;

    @Inject
    AuthTokens authTokens;

    @Inject
    UsedNonces nonces;

    @Inject
    AuditTrail trail;

    private final AtomicBoolean failing = new AtomicBoolean();

    /** Reports a failing database once per outage. What could not be deleted is deleted at a later run. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void sweep() {
        boolean swept = Stream.<IntUnaryOperator>of(
                        keys::sweepIdle, keys::sweepUnused, authTokens::sweep, nonces::sweep, trail::sweep)
                .map(this::isSwept)
                .reduce(true, Boolean::logicalAnd);
        failing.set(!swept);
    }

    /**
     * Goes on after a failed transaction, but gives up after the third one. A conflict is no failure: the nodes sweep at the same time, and
     * another one has deleted the same rows.
     */
    private boolean isSwept(IntUnaryOperator rows) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int failures = 0;
        int found = MOST_ROWS;
        while (found == MOST_ROWS && System.nanoTime() < end) {
            try {
                found = rows.applyAsInt(MOST_ROWS);
            } catch (RuntimeException e) {
                failures += DatabaseFailure.isTransient(e) ? 0 : 1;
                if (failures == MOST_FAILURES) {
                    report(e);
                    return false;
                }
            }
        }
        return true;
    }

    private void report(RuntimeException failure) {
        if (!failing.getAndSet(true)) {
            LOG.log(Level.WARNING, "Cannot sweep up: the database does not answer", failure);
        }
    }
}
