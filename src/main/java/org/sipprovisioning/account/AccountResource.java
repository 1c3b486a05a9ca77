package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.request.Page;
import org.sipprovisioning.request.PageQuery;

/**
 * {@code /api/accounts}, for admins. 200 with the account or a page of accounts; 403 if an admin who is not a super admin names another
 * domain; 404 if the account does not exist or is in a space that the admin does not manage; 409 if the account would exceed the space's
 * {@code max_accounts}; 422 naming the fields that are wrong. The POST that creates an account also issues a token, so
 * {@code provisioning} has it.
 */
@Path("accounts")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    @Inject
    AccountService accounts;

    /** Returns a page of the accounts that the admin manages: those of the own space, for a super admin all. */
    @GET
    public JsonObject list(@BeanParam PageQuery query) {
        Page page = query.page();
        AccountList.Found found = accounts.list(page);
        JsonArrayBuilder data = Json.createArrayBuilder();
        found.accounts().forEach(account -> data.add(AccountJson.from(account)));
        return page.json(data.build(), found.slice(), found.total());
    }

    /** Returns an account. */
    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("id") long id) {
        return AccountJson.from(accounts.get(id));
    }

    /** Changes the fields that are in the request. A new username or domain needs the password, as the ha1 depends on all three. */
    @PUT
    @Path("{id}")
    public JsonObject update(@PathParam("id") long id, Fields sent) {
        return AccountJson.from(accounts.update(id, sent));
    }

    /** Deletes an account with all that refers to it, and revokes its tokens and keys. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") long id) {
        accounts.delete(id);
        return Response.ok().build();
    }

    /** Finds an account by {@code user@domain} or by its SIP URI. */
    @GET
    @Path("{sip}/search")
    public JsonObject search(@PathParam("sip") String sip) {
        return AccountJson.from(accounts.getByAddress(sip));
    }

    /** Finds an account by its e-mail address; the one with the lowest id, if several accounts that the admin manages share it. */
    @GET
    @Path("{email}/search-by-email")
    public JsonObject searchByEmail(@PathParam("email") String email) {
        return AccountJson.from(accounts.getByEmail(email));
    }

    /** Activates an account. */
    @POST
    @Path("{id}/activate")
    public JsonObject activate(@PathParam("id") long id) {
        return AccountJson.from(accounts.setActivated(id, true));
    }

    /** Deactivates an account and revokes its tokens and keys. */
    @POST
    @Path("{id}/deactivate")
    public JsonObject deactivate(@PathParam("id") long id) {
        return AccountJson.from(accounts.setActivated(id, false));
    }

    /** Blocks an account and revokes its tokens and keys. */
    @POST
    @Path("{id}/block")
    public JsonObject block(@PathParam("id") long id) {
        return AccountJson.from(accounts.setBlocked(id, true));
    }

    /** Unblocks an account. Its revoked tokens and keys stay revoked. */
    @POST
    @Path("{id}/unblock")
    public JsonObject unblock(@PathParam("id") long id) {
        return AccountJson.from(accounts.setBlocked(id, false));
    }
}
