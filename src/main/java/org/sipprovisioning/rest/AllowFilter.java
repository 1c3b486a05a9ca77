package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes {@code Allow} in the same order and form on every server, at 405 and at OPTIONS. A path that answers GET also answers HEAD and
 * OPTIONS, which some servers leave out. OPTIONS gets 204 without a body.
 */
@Provider
@ApplicationScoped
public class AllowFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Set<String> methods = new TreeSet<>(response.getAllowedMethods());
        if (methods.isEmpty()) {
            return;
        }
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (response.getStatus() == Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            methods.remove(request.getMethod());
        }
        response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
        if (response.getStatus() == Status.OK.getStatusCode()) {
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.setStatusInfo(Status.NO_CONTENT);
        }
    }
}
