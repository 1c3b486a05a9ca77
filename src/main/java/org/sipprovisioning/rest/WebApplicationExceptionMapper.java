package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sipprovisioning.fault.NotFound;

/** Answers with the application's own body what JAX-RS itself refuses: an unknown path, method or media type, a missing role. */
@Provider
@ApplicationScoped
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Inject
    DenialResponse denial;

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response refused = exception.getResponse();
        return switch (refused.getStatus()) {
            case 401, 403 -> denial.answer();
            case 404 -> ErrorBody.answer(404, new NotFound().getMessage()).build();
            case 405 ->
                ErrorBody.answer(405, "Method not allowed.")
                        .allow(refused.getAllowedMethods())
                        .build();
            default ->
                ErrorBody.answer(refused.getStatus(), refused.getStatusInfo().getReasonPhrase())
                        .build();
        };
    }
}
