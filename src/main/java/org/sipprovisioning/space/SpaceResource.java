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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Fields;

/**
 * {@code /api/spaces}, for super admins. 200 with the space, or with the list of them; 404 for a domain that is no space; 409 for a
 * removal of a space with accounts, of the last super or of the default one, and for a new realm while accounts exist, unless {@code
 * ?drop_credentials=true}; 422 naming the fields that are wrong, for {@code custom_provisioning_entries} with line and column.
 */
@Path("spaces")
@RequestScoped
@Retried
@RolesAllowed("super_admin")
@Produces(MediaType.APPLICATION_JSON)
public class SpaceResource {
    @Inject
    SpaceService spaces;

    @GET
    public JsonArray list() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        spaces.list().forEach(space -> list.add(SpaceJson.from(space)));
        return list.build();
    }

    @GET
    @Path("{domain}")
    public JsonObject get(@PathParam("domain") String domain) {
        return json(spaces.get(domain));
    }

    @POST
    public JsonObject create(Fields sent) {
        return json(spaces.create(sent));
    }

    @PUT
    @Path("{domain}")
    public JsonObject update(
            @PathParam("domain") String domain, @QueryParam("drop_credentials") String dropCredentials, Fields sent) {
        return json(spaces.update(domain, sent, "true".equals(dropCredentials)));
    }

    @DELETE
    @Path("{domain}")
    public Response delete(@PathParam("domain") String domain) {
        spaces.delete(domain);
        return Response.ok().build();
    }

    private JsonObject json(Space space) {
        return SpaceJson.from(space, spaces.entriesOf(space));
    }
}
