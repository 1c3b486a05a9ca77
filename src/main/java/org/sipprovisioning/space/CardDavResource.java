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
 * {@code /api/spaces/{domain}/carddavs}, for super admins: the address books that a space's phones search. 200 with the server, or with
 * the list of them; 404 for a domain that is no space, or another space's server; 422 naming the fields that are wrong. A server that goes
 * takes the accounts' credentials for it along.
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

    @PUT
    @Path("{id}")
    public JsonObject update(@PathParam("domain") String domain, @PathParam("id") long id, Fields sent) {
        return CardDavJson.from(cardDavs.update(domain, id, sent));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("domain") String domain, @PathParam("id") long id) {
        cardDavs.delete(domain, id);
        return Response.ok().build();
    }
}
