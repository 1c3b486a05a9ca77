package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
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

/**
 * {@code /api/accounts/{id}/contacts}, for admins. 200 with the contacts, or with the contact that was added or was there already; 404 if
 * an account does not exist or is in a space that the admin does not manage, or if the contact to be removed does not exist.
 */
@Path("accounts/{id}/contacts")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    @Inject
    ContactService contacts;

    /** Returns the contacts of an account. */
    @GET
    public JsonArray list(@PathParam("id") long id) {
        return ContactJson.from(contacts.list(id));
    }

    /** Adds a contact; changes nothing if it is there already. */
    @POST
    @Path("{contact_id}")
    public JsonObject add(@PathParam("id") long id, @PathParam("contact_id") long contactId) {
        return ContactJson.from(contacts.add(id, contactId));
    }

    /** Removes a contact. */
    @DELETE
    @Path("{contact_id}")
    public Response remove(@PathParam("id") long id, @PathParam("contact_id") long contactId) {
        contacts.remove(id, contactId);
        return Response.ok().build();
    }
}
