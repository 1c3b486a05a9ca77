package org.sipprovisioning.security;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.security.apikey.ApiKeys;
import org.sipprovisioning.token.AuthTokens;

/** Deletes expired keys, auth tokens, nonces and audit entries every five minutes, each kind in a transaction of its own. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());

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
        try {
            List.<Runnable>of(keys::sweep, authTokens::sweep, nonces::sweep, trail::sweep)
                    .forEach(Sweeper::unlessInConflict);
            failing.set(false);
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.log(Level.WARNING, "Cannot sweep up: the database does not answer", e);
            }
        }
    }

    /** Ignores a conflict: the nodes sweep at the same time, and another one has deleted the same rows. */
    private static void unlessInConflict(Runnable sweep) {
        try {
            sweep.run();
        } catch (EJBException e) {
            if (!DatabaseFailure.isTransient(e)) {
                throw e;
            }
        }
    }
}
