package org.sipprovisioning.account.linked;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Fields;

/**
 * {@code /api/accounts/{id}/carddavs/{carddav_id}}, for admins: the credential by which an account authenticates to a CardDAV server of its
 * space. 200 with the credential, new or changed, without its secrets; 404 if the account, the server or, for DELETE, the credential does
 * not exist; 422 naming the fields that are wrong.
 */
@Path("accounts/{id}/carddavs/{carddav_id}")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class CardDavCredentialResource {
    @Inject
    CardDavCredentialService credentials;

    /** Creates the credential, or changes the fields that are in the request. */
    @PUT
    public JsonObject put(@PathParam("id") long id, @PathParam("carddav_id") long cardDavId, Fields sent) {
        return CardDavCredentialJson.from(credentials.put(id, cardDavId, sent));
    }

    /** Removes the credential. */
    @DELETE
    public Response remove(@PathParam("id") long id, @PathParam("carddav_id") long cardDavId) {
        credentials.remove(id, cardDavId);
        return Response.ok().build();
    }
}
