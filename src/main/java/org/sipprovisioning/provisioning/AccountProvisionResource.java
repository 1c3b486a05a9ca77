package org.sipprovisioning.provisioning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.ChangesState;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.token.TokenIssuer;

/**
 * The endpoints of {@code /api/accounts} that issue provisioning tokens. Each token is shown once. 200 with the account, {@code
 * provisioning_token}, {@code provisioning_token_expire_at}, {@code provisioning_url} and {@code provisioning_qrcode_url}; 404 for an
 * account that does not exist or that belongs to another space; 409 for a blocked account, or beyond the space's {@code max_accounts}; 422
 * with the names of the wrong fields.
 */
@Path("accounts")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AccountProvisionResource {
    @Inject
    TokenIssuer issuer;

    @Inject
    Origins origins;

    /** Creates an account and issues its first token. */
    @POST
    public JsonObject create(Fields sent) {
        return json(issuer.create(sent));
    }

    /** Issues a new token in place of the account's former one. */
    @POST
    @Path("{id}/provision")
    public JsonObject provision(@PathParam("id") long id) {
        return json(issuer.issue(id));
    }

    /** Does the same as {@link #provision}: FlexiAPI's clients use GET. */
    @GET
    @Path("{id}/provision")
    @ChangesState
    public JsonObject provisionByGet(@PathParam("id") long id) {
        return provision(id);
    }

    /** Refuses HEAD, because JAX-RS would call {@link #provisionByGet} for it. */
    @HEAD
    @Path("{id}/provision")
    public Response noHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .allow("GET", "POST")
                .build();
    }

    private JsonObject json(TokenIssuer.Ticket ticket) {
        return TicketJson.from(ticket, origins.of(ticket.account().space()));
    }
}
