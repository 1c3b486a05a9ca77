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
 * The part of {@code /api/accounts} that gives out provisioning tokens, each shown once. 200 with the account, {@code
 * provisioning_token}, {@code provisioning_token_expire_at}, {@code provisioning_url} and {@code provisioning_qrcode_url}; 404 for an
 * account that does not exist or is another space's; 409 for a blocked one, or beyond the space's {@code max_accounts}; 422 naming the
 * fields that are wrong.
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

    /** Makes an account, with its first token. */
    @POST
    public JsonObject create(Fields sent) {
        return json(issuer.create(sent));
    }

    @POST
    @Path("{id}/provision")
    public JsonObject provision(@PathParam("id") long id) {
        return json(issuer.issue(id));
    }

    /** FlexiAPI's way to ask for the same. */
    @GET
    @Path("{id}/provision")
    @ChangesState
    public JsonObject provisionByGet(@PathParam("id") long id) {
        return provision(id);
    }

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
