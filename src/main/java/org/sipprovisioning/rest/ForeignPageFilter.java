package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.sipprovisioning.provisioning.ForeignPages;

/**
 * Refuses requests from other sites' pages that would change something with the visitor's credentials. {@link ForeignGetFilter} checks a
 * GET that always changes something; a GET that sometimes does checks this itself.
 */
@Provider
@ApplicationScoped
public class ForeignPageFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    ForeignPages foreignPages;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod())) {
            foreignPages.refuse();
        }
    }
}
