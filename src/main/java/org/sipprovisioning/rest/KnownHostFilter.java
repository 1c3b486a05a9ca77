package org.sipprovisioning.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.sipprovisioning.provisioning.Origins;

/** Refuses a host that we do not answer for before anything is looked up; a load balancer may ask for our health under any.
 * Dependent: on a client proxy Jersey sees no {@code @PreMatching}. */
@Provider
@PreMatching
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
