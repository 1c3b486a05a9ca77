package org.sipprovisioning.security.apikey;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.settings.InvalidSetting;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.start.FailedStart;

/**
 * Ensures at every start that an admin can manage this server: creates a space, its admin and a key on an empty database, and makes the
 * configured key valid if there is one. If several nodes start at the same time, the node whose transaction wins does this.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());
    private static final int MAX_ATTEMPTS = 5;

    @Inject
    Settings settings;

    @Inject
    FirstAdmin firstAdmin;

    @PostConstruct
    void start() {
        FailedStart.guard(this::begin);
    }

    private void begin() {
        KeyFile file = new KeyFile(settings.dataDirectory());
        for (int attempts = 1; !isSetUp(file, attempts); attempts++) {
            LOG.info("Another node sets up the database at the same time");
        }
        file.settle(firstAdmin::knows);
    }

    /** Returns false if this node's transaction has lost against another node's. */
    private boolean isSetUp(KeyFile file, int attempts) {
        try {
            setUp(file);
            return true;
        } catch (EJBException e) {
            if (!DatabaseFailure.isTransient(e) || attempts == MAX_ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }

    private void setUp(KeyFile file) {
        if (!firstAdmin.isNeeded()) {
            if (!firstAdmin.hasDefaultSpace()) {
                throw new InvalidSetting(
                        "provisioning.default-space",
                        "names " + settings.defaultSpace()
                                + ", which is no space of this database: make it first, by POST /api/spaces");
            }
            settings.adminApiKey().map(Secret::new).ifPresent(firstAdmin::configureKey);
        } else if (settings.adminApiKey().isPresent()) {
            firstAdmin.setUp(new Secret(settings.adminApiKey().get()), ApiKey.Kind.CONFIGURED);
            Welcome.print(settings, Welcome.CONFIGURED_KEY);
        } else {
            setUpWithKeyFile(file);
        }
    }

    private void setUpWithKeyFile(KeyFile file) {
        Secret key = Secret.random(ApiKey.BITS);
        file.prepare(key);
        try {
            firstAdmin.setUp(key, ApiKey.Kind.FIRST);
        } catch (EJBException e) {
            if (DatabaseFailure.isTransient(e) && !DatabaseFailure.isUnavailable(e)) {
                file.discard();
            } else {
                file.leave();
            }
            throw e;
        }
        file.publish();
        Welcome.print(settings, "$(cat '" + file.path() + "')");
    }
}
