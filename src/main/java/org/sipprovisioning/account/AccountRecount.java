package org.sipprovisioning.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts the accounts of each space with a limit again, at the start and once an hour. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountRecount {
    private static final Logger LOG = Logger.getLogger(AccountRecount.class.getName());

    @Inject
    AccountPlaces places;

    @PostConstruct
    void start() {
        recount();
    }

    /** Logs a failure, because the counters that are there serve until the next time. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    void recount() {
        try {
            places.limitedSpaces().forEach(places::recount);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot count the accounts of all spaces with a limit", e);
        }
    }
}
