package org.sipprovisioning.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, at the start of the application, and makes them available for injection. */
@ApplicationScoped
class SettingsProducer {

    @Produces
    @Singleton
    Settings settings() {
        Config config = ConfigProvider.getConfig();
        try {
            return Settings.from(config);
        } catch (InvalidSetting e) {
            new FailedStart().report(e, config);
            throw e;
        }
    }
}
