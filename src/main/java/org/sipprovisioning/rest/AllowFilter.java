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
 * The methods of a path in one order and form, at 405 and at OPTIONS, whatever the server makes of them. Whoever answers GET answers
 * HEAD and OPTIONS; some servers forget to say so.
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
