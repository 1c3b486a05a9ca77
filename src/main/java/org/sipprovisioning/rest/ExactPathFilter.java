package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.sipprovisioning.fault.NotFound;

/** A token's URL is that one only: JAX-RS takes a slash at its end for nothing. */
@Provider
@PreMatching
@ApplicationScoped
public class ExactPathFilter implements ContainerRequestFilter {

    @Inject
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        // Not of UriInfo: where the host is no host, RESTEasy has no URI.
        String path = servletRequest.getRequestURI();
        if (path.endsWith("/") && !path.endsWith("/provisioning/")) {
            throw new NotFound();
        }
    }
}
