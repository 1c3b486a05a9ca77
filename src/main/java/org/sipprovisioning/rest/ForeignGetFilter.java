package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.sipprovisioning.provisioning.ForeignPages;
import org.sipprovisioning.request.ChangesState;

/** Does for the GETs with {@link ChangesState} what {@link ForeignPageFilter} does for other methods. */
@ChangesState
@Provider
@ApplicationScoped
public class ForeignGetFilter implements ContainerRequestFilter {
    @Inject
    ForeignPages foreignPages;

    @Override
    public void filter(ContainerRequestContext request) {
        foreignPages.refuse();
    }
}
