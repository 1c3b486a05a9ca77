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

    @Inject
    Settings settings;

    @Inject
    FirstAdmin firstAdmin;

    @PostConstruct
    void start() {
        try {
            setUp();
        } catch (EJBException e) {
            if (!DatabaseFailure.isConstraintViolation(e)) {
                throw e;
            }
            LOG.info("Another node has set up the database at the same time");
            setUp();
        }
    }

    private void setUp() {
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
            setUpWithKeyFile(new KeyFile(settings.dataDirectory()));
        }
    }

    private void setUpWithKeyFile(KeyFile file) {
        Secret key = Secret.random(ApiKey.BITS);
        file.prepare(key);
        try {
            firstAdmin.setUp(key, ApiKey.Kind.FIRST);
        } catch (EJBException e) {
            file.discard();
            throw e;
        }
        file.publish();
        Welcome.print(settings, "$(cat '" + file.path() + "')");
    }
}
