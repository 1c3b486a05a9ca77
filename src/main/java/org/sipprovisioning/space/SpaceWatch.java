package org.sipprovisioning.space;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Checks every two seconds whether another node has changed a space. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpaceWatch {
    private static final Logger LOG = Logger.getLogger(SpaceWatch.class.getName());

    @Inject
    SpaceCatalog catalog;

    private final AtomicBoolean failing = new AtomicBoolean();

    /** Logs once that the database is away. The spaces as last seen stay in use. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void poll() {
        try {
            catalog.refreshIfChanged();
            failing.set(false);
        } catch (RuntimeException e) {
            if (!failing.getAndSet(true)) {
                LOG.log(Level.WARNING, "Cannot look for changed spaces: the database does not answer", e);
            }
        }
    }
}
