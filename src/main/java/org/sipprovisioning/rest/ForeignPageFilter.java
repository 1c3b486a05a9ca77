package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.sipprovisioning.provisioning.ForeignPages;

/** Keeps other sites' pages from changing anything with a visitor's credentials; a GET that changes something is {@link ForeignGetFilter}'s, or sees to it
 * itself where it does so at times only. */
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
