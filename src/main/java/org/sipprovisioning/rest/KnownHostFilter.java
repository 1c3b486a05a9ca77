package org.sipprovisioning.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.sipprovisioning.provisioning.Origins;

/**
 * Refuses a request for an unknown host, with 421, before any other filter and before anything is looked up. {@code ping} and {@code health} are answered under any
 * host, because a load balancer may use any.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Dependent
public class KnownHostFilter implements ContainerRequestFilter {
    private static final Pattern ANY_HOST = Pattern.compile("/?(?:ping|health)");

    @Inject
    Origins origins;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!ANY_HOST.matcher(request.getUriInfo().getPath()).matches()) {
            origins.requireKnownHost();
        }
    }
}
