package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.sipprovisioning.fault.Forbidden;

/** Tells whether a web page that is not ours had a browser send the request at hand. */
@RequestScoped
public class ForeignPages {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Inject
    HttpServletRequest request;

    @Inject
    Origins origins;

    /** @throws Forbidden if one had */
    public void refuse() {
        boolean foreignSite = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .filter(site -> !OWN_SITES.contains(site))
                .isPresent();
        boolean foreignOrigin = Optional.ofNullable(request.getHeader("Origin"))
                .filter(origin -> !origins.isOwn(origin))
                .isPresent();
        if (foreignSite || foreignOrigin) {
            throw new Forbidden("Requests from other web pages are refused.");
        }
    }
}
