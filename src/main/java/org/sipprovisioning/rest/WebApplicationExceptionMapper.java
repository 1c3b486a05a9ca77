package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.TreeSet;
import org.sipprovisioning.fault.NotFound;

/** What JAX-RS itself refuses, in our own body: an unknown path, method or media type, a role that is missing. */
@Provider
@ApplicationScoped
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Inject
    Denial denial;

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response refused = exception.getResponse();
        return switch (refused.getStatus()) {
            case 401, 403 -> denial.answer();
            case 404 -> ErrorBody.answer(404, new NotFound().getMessage()).build();
            case 405 ->
                ErrorBody.answer(405, "Method not allowed.")
                        .header(HttpHeaders.ALLOW, allowed(refused))
                        .build();
            default ->
                ErrorBody.answer(refused.getStatus(), refused.getStatusInfo().getReasonPhrase())
                        .build();
        };
    }

    /** Whoever answers GET answers HEAD and OPTIONS; some servers forget to say so. */
    private static String allowed(Response refused) {
        Set<String> methods = new TreeSet<>(refused.getAllowedMethods());
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
