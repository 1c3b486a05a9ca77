package org.sipprovisioning.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.settings.Settings;

/** The path and query of a request as its client knows them: a proxy may serve us at another path, that of the public URL. */
@ApplicationScoped
public class ExternalTarget {
    @Inject
    Settings settings;

    @Inject
    RequestTarget target;

    /**
     * Whether both mean the same.
     *
     * @param asked path and query as they reached us
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
