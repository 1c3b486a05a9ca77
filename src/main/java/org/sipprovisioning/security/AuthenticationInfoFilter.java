package org.sipprovisioning.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Adds {@code Authentication-Info} to a 200 for a client that has authenticated by Digest. It proves to the client that the server knows
 * the secret, too (RFC 7616 §3.5).
 */
@Provider
@ApplicationScoped
public class AuthenticationInfoFilter implements ContainerResponseFilter {
    @Inject
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Status.OK.getStatusCode()) {
            RequestCredential.of(servletRequest)
                    .filter(DigestCredential.class::isInstance)
                    .flatMap(digest -> ((DigestCredential) digest).authenticationInfo())
                    .ifPresent(info -> response.getHeaders().putSingle("Authentication-Info", info));
        }
    }
}
