package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.sipprovisioning.fault.NotFound;

/** Answers 404 to a path with a slash at its end, which JAX-RS ignores: a token has one URL only. */
@Provider
@PreMatching
@ApplicationScoped
public class ExactPathFilter implements ContainerRequestFilter {

    @Inject
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        // Not from UriInfo: RESTEasy has no URI if the host is invalid.
        String path = servletRequest.getRequestURI();
        if (path.endsWith("/") && !path.endsWith("/provisioning/")) {
            throw new NotFound();
        }
    }
}
