package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/**
 * Sets the headers that every answer has. Answers and their URLs contain secrets: no cache on the way may store an answer, and no browser
 * may pass on its URL.
 */
@Provider
@ApplicationScoped
public class CommonHeaders implements ContainerResponseFilter {

    static final Map<String, String> ALL = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        ALL.forEach(response.getHeaders()::putSingle);
    }
}
