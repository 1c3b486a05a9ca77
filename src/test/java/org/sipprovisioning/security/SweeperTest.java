package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.security.apikey.ApiKeys;
import org.sipprovisioning.token.AuthTokens;

class SweeperTest {
    private static final int FAILURE = -1;
    private static final int CONFLICT = -2;

    /** The results of the transactions that sweep nonces, and of those that sweep the audit trail. */
    private final Queue<Integer> nonces = new ArrayDeque<>();

    private final Queue<Integer> events = new ArrayDeque<>();

    private final Sweeper sweeper = new Sweeper();

    @BeforeEach
    void nothingElseToSweep() {
        sweeper.keys = new ApiKeys() {
            @Override
            public int sweepIdle(int most) {
                return 0;
            }

            @Override
            public int sweepUnused(int most) {
                return 0;
            }
        };
        sweeper.authTokens = new AuthTokens() {
            @Override
            public int sweep(int most) {
                return 0;
            }
        };
        sweeper.nonces = new UsedNonces() {
            @Override
            public int sweep(int most) {
                return next(nonces);
            }
        };
        sweeper.trail = new AuditTrail() {
            @Override
            public int sweep(int most) {
                return next(events);
            }
        };
    }

    @Test
    void goesOnWhileThereMayBeMore() {
        nonces.addAll(List.of(1000, 1000, 999, 1000));
        events.addAll(List.of(1000, 0, 1000));

        sweeper.sweep();

        assertThat(nonces).hasSize(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void goesOnAfterAFailedTransaction() {
        nonces.addAll(List.of(1000, FAILURE, 1000, FAILURE, 7));
        events.add(7);

        sweeper.sweep();

        assertThat(nonces).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void leavesRowsThatCannotBeDeletedToALaterRunAndSweepsTheOthers() {
        nonces.addAll(List.of(FAILURE, FAILURE, FAILURE, 7));
        events.add(7);

        sweeper.sweep();

        assertThat(nonces).containsExactly(7);
        assertThat(events).isEmpty();
        sweeper.sweep();
        assertThat(nonces).isEmpty();
    }

    /** Another node sweeps the same rows all the time. */
    @Test
    void aConflictIsNoFailure() {
        nonces.addAll(List.of(CONFLICT, CONFLICT, 1000, CONFLICT, CONFLICT, 7));

        sweeper.sweep();

        assertThat(nonces).isEmpty();
    }

    private static int next(Queue<Integer> results) {
        int result = results.isEmpty() ? 0 : results.remove();
        if (result == FAILURE) {
            throw new EJBException("the statement took too long");
        }
        if (result == CONFLICT) {
            throw new EJBException(new SQLException("Deadlock found", "40001", 1213));
        }
        return result;
    }
}
