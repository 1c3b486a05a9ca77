package org.sipprovisioning.provisioning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.ChangesState;
import org.sipprovisioning.token.TokenIssuer;

/**
 * {@code /api/accounts/me/provision}: issues a provisioning token to the caller's own account, with the statuses and the fields of {@link
 * AccountProvisionResource}.
 */
@Path("accounts/me/provision")
@RequestScoped
@Retried
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class OwnProvisionResource {
    @Inject
    TokenIssuer issuer;

    @Inject
    Origins origins;

    /** Issues a new token in place of the account's former one. */
    @POST
    public JsonObject provision() {
        TokenIssuer.Ticket ticket = issuer.issueToCaller();
        return TicketJson.from(ticket, origins.of(ticket.account().space()));
    }

    /** Does the same as {@link #provision}: FlexiAPI's clients use GET. */
    @GET
    @ChangesState
    public JsonObject provisionByGet() {
        return provision();
    }

    /** Refuses HEAD, because JAX-RS would call {@link #provisionByGet} for it. */
    @HEAD
    public Response noHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .allow("GET", "POST")
                .build();
    }
}
