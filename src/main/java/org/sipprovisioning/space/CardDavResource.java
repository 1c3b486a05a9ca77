package org.sipprovisioning.space;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
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

/**
 * {@code /api/spaces/{domain}/carddavs}, for super admins: the CardDAV address books that the phones of a space search. 200 with the
 * server, or with the list of servers; 404 if the domain is not a space, or if the server is unknown or another space's; 422 naming the
 * fields that are wrong.
 */
@Path("spaces/{domain}/carddavs")
@RequestScoped
@Retried
@RolesAllowed("super_admin")
@Produces(MediaType.APPLICATION_JSON)
public class CardDavResource {
    @Inject
    CardDavService cardDavs;

    @GET
    public JsonArray list(@PathParam("domain") String domain) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        cardDavs.list(domain).forEach(server -> list.add(CardDavJson.from(server)));
        return list.build();
    }

    @GET
    @Path("{id}")
    public JsonObject get(@PathParam("domain") String domain, @PathParam("id") long id) {
        return CardDavJson.from(cardDavs.get(domain, id));
    }

    @POST
    public JsonObject create(@PathParam("domain") String domain, Fields sent) {
        return CardDavJson.from(cardDavs.create(domain, sent));
    }

    /** Changes the fields that are in the body. */
    @PUT
    @Path("{id}")
    public JsonObject update(@PathParam("domain") String domain, @PathParam("id") long id, Fields sent) {
        return CardDavJson.from(cardDavs.update(domain, id, sent));
    }

    /** Deletes a server and the credentials that accounts have for it. Answers 200 without a body. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("domain") String domain, @PathParam("id") long id) {
        cardDavs.delete(domain, id);
        return Response.ok().build();
    }
}
