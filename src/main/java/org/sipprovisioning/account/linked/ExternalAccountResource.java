package org.sipprovisioning.account.linked;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Fields;

/**
 * {@code /api/accounts/{id}/external}, for admins: the account on another SIP service. 201 if it is new, 200 otherwise; 404 if the account
 * or its external account does not exist; 422 naming the fields that are wrong. The answer never holds the ha1.
 */
@Path("accounts/{id}/external")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ExternalAccountResource {
    @Inject
    ExternalAccountService externals;

    /** Returns the external account. */
    @GET
    public JsonObject get(@PathParam("id") long id) {
        return ExternalAccountJson.from(externals.get(id));
    }

    /** Links an external account, or changes the linked one. */
    @POST
    public Response link(@PathParam("id") long id, Fields sent) {
        ExternalAccountService.Link link = externals.link(id, sent);
        return Response.status(link.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ExternalAccountJson.from(link.external()))
                .build();
    }

    /** Unlinks the external account. */
    @DELETE
    public Response unlink(@PathParam("id") long id) {
        externals.unlink(id);
        return Response.ok().build();
    }
}
