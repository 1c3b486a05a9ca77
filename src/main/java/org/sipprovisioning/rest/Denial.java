package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.DatabaseFailure;

/** The answer to a caller without the role that is needed: 503 while nobody can tell who they are, 401 until they prove it, else 403. */
@ApplicationScoped
public class Denial {
    @Inject
    HttpServletRequest request;

    Response answer() {
        if (request.getAttribute(DatabaseFailure.REQUEST_ATTRIBUTE) != null) {
            return UnexpectedMapper.unavailable();
        }
        if (request.isUserInRole("expired")) {
            return ErrorBody.answer(403, "The space has expired.").build();
        }
        if (request.getUserPrincipal() != null) {
            return ErrorBody.answer(403, "Not allowed.").build();
        }
        return ErrorBody.answer(401, "Not authenticated.")
                .header("WWW-Authenticate", "ApiKey realm=\"provisioning\"")
                .build();
    }
}
