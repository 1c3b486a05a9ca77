package org.sipprovisioning.security.apikey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
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
 * {@code /api/keys}: the keys of admins, for admins. 201 with a new key, whose {@code key} no other answer shows; 404 for a key that is
 * unknown, a user's, or of a space that the caller does not manage; 422 naming the wrong fields. A revoked key is refused at once.
 */
@Path("keys")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
    @Inject
    KeyService keys;

    @GET
    public JsonArray list() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        keys.list().forEach(key -> list.add(KeyJson.from(key)));
        return list.build();
    }

    @POST
    public Response make(Fields sent) {
        KeyService.Made made = keys.make(sent);
        return Response.status(Response.Status.CREATED)
                .entity(KeyJson.from(made.key())
                        .add("key", made.secret().value())
                        .build())
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") long id) {
        keys.revoke(id);
        return Response.ok().build();
    }
}
