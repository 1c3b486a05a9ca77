package org.sipprovisioning.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.sipprovisioning.settings.Settings;

/** The path and query of a request as its client knows them: a proxy may have taken the public URL's path off. */
@ApplicationScoped
public class ExternalTarget {
    @Inject
    Settings settings;

    /** @param asked path and query as they reached us */
    boolean is(String asked, String claimed) {
        String prefix = settings.publicUrl().map(URI::getRawPath).orElse("").replaceFirst("/+$", "");
        return claimed.equals(asked) || claimed.equals(prefix + asked);
    }
}
