package org.sipprovisioning.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * Refuses a method that is not in upper case: {@code get} is not GET (RFC 9110 §9.1), but RESTEasy takes it for GET. Dependent: on Open
 * Liberty, the request that an application-scoped filter gets has its method in upper case.
 */
@Provider
@PreMatching
@Dependent
public class MethodCaseFilter implements ContainerRequestFilter {
    private static final String UNKNOWN = "UNKNOWN";

    @Inject
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String method = request.getMethod();
        if (!method.equals(method.toUpperCase(Locale.ROOT))) {
            context.setMethod(UNKNOWN);
        }
    }
}
