package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.sipprovisioning.fault.Forbidden;

/** Refuses the requests that a browser sends for a web page of another site. */
@RequestScoped
public class ForeignPages {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Inject
    HttpServletRequest request;

    @Inject
    Origins origins;

    /**
     * Refuses the current request if its {@code Sec-Fetch-Site} or {@code Origin} names another site.
     *
     * @throws Forbidden if so
     */
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
