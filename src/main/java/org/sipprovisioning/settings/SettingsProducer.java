package org.sipprovisioning.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sipprovisioning.start.FailedStart;

/** Reads the settings once, at the start of the application, and makes them available for injection. */
@ApplicationScoped
class SettingsProducer {

    @Produces
    @Singleton
    Settings settings() {
        try {
            return Settings.from(ConfigProvider.getConfig());
        } catch (InvalidSetting e) {
            FailedStart.report(e);
            throw e;
        }
    }
}
