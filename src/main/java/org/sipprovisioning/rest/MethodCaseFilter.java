package org.sipprovisioning.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** {@code get} is not GET (RFC 9110 §9.1), where RESTEasy would take it for that. Dependent: see {@code FieldsReader}. */
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
