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
 * {@code /api/accounts/{id}/external}, for admins. 201 for a new one, 200 for a changed one, 404 where the account or the external one
 * does not exist, 422 naming the fields that are wrong. The answer never holds the ha1.
 */
@Path("accounts/{id}/external")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ExternalAccountResource {
    @Inject
    ExternalAccountService externals;

    @GET
    public JsonObject get(@PathParam("id") long id) {
        return ExternalAccountJson.from(externals.get(id));
    }

    @POST
    public Response link(@PathParam("id") long id, Fields sent) {
        ExternalAccountService.Link link = externals.link(id, sent);
        return Response.status(link.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ExternalAccountJson.from(link.external()))
                .build();
    }

    @DELETE
    public Response unlink(@PathParam("id") long id) {
        externals.unlink(id);
        return Response.ok().build();
    }
}
