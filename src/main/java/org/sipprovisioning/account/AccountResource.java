package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.request.Page;

/**
 * {@code /api/accounts}, for admins; making one, which gives out a token, is {@code provisioning}'s. 200 with the account or a page of
 * them, 404 for one that does not exist or belongs to another admin's space, 409 beyond the space's {@code max_accounts}, 422 naming
 * the fields that are wrong.
 */
@Path("accounts")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    @Inject
    AccountService accounts;

    @GET
    public JsonObject list(@QueryParam("page") String page, @QueryParam("per_page") String perPage) {
        Page wanted = Page.parse(page, perPage);
        AccountService.Found found = accounts.list(wanted);
        JsonArrayBuilder data = Json.createArrayBuilder();
        found.accounts().forEach(account -> data.add(AccountJson.from(account)));
        return wanted.json(data.build(), found.total());
    }

    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("id") long id) {
        return AccountJson.from(accounts.get(id));
    }

    /** Changes the fields that are there; a new username or domain needs the password, of which the ha1 is made. */
    @PUT
    @Path("{id}")
    public JsonObject update(@PathParam("id") long id, Fields sent) {
        return AccountJson.from(accounts.update(id, sent));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") long id) {
        accounts.delete(id);
        return Response.ok().build();
    }

    @GET
    @Path("{sip}/search")
    public JsonObject search(@PathParam("sip") String sip) {
        return AccountJson.from(accounts.getByAddress(sip));
    }

    @GET
    @Path("{email}/search-by-email")
    public JsonObject searchByEmail(@PathParam("email") String email) {
        return AccountJson.from(accounts.getByEmail(email));
    }

    @POST
    @Path("{id}/activate")
    public JsonObject activate(@PathParam("id") long id) {
        return AccountJson.from(accounts.setActivated(id, true));
    }

    /** Revokes its provisioning token, too. */
    @POST
    @Path("{id}/deactivate")
    public JsonObject deactivate(@PathParam("id") long id) {
        return AccountJson.from(accounts.setActivated(id, false));
    }

    /** Revokes its provisioning token, too. */
    @POST
    @Path("{id}/block")
    public JsonObject block(@PathParam("id") long id) {
        return AccountJson.from(accounts.setBlocked(id, true));
    }

    @POST
    @Path("{id}/unblock")
    public JsonObject unblock(@PathParam("id") long id) {
        return AccountJson.from(accounts.setBlocked(id, false));
    }
}
