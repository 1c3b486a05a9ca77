package org.sipprovisioning.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.settings.Settings;

/**
 * Compares the target of a request with the target that its client knows. They differ if a reverse proxy publishes this server at another
 * path, that of the public URL.
 */
@ApplicationScoped
public class ExternalTarget {
    @Inject
    Settings settings;

    @Inject
    RequestTarget target;

    /**
     * Whether both targets are the same.
     *
     * @param asked path and query as they reached this server
     * @param claimed path and query as the client says that it has asked for them
     */
    boolean is(String asked, String claimed) {
        return claimed.equals(asked)
                || settings.publicUrl()
                        .map(url -> external(url, asked))
                        .filter(claimed::equals)
                        .isPresent();
    }

    private String external(URI publicUrl, String asked) {
        return publicUrl.getRawPath().replaceFirst("/+$", "")
                + asked.substring(target.contextPath().length());
    }
}
