package org.sipprovisioning.space;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
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
import org.sipprovisioning.lint.FindingsJson;
import org.sipprovisioning.request.Fields;

/**
 * {@code /api/spaces}, for super admins. 200 with the space, or with the list of spaces; 404 if the domain is not a space; 422 naming the
 * fields that are wrong, for {@code custom_provisioning_entries} with line and column. The answers of POST and PUT have {@code warnings}:
 * what a phone makes of the entries that were sent. 409 if the request would delete a space with
 * accounts or the default space, would leave no super space that has not expired, or would change the realm of a space with accounts,
 * unless it has {@code ?drop_credentials=true}.
 */
@Path("spaces")
@RequestScoped
@Retried
@RolesAllowed("super_admin")
@Produces(MediaType.APPLICATION_JSON)
public class SpaceResource {
    @Inject
    SpaceService spaces;

    /** Returns all spaces in the order of their domains, without their linphonerc entries. */
    @GET
    public JsonArray list() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        spaces.list().forEach(space -> list.add(SpaceJson.from(space)));
        return list.build();
    }

    @GET
    @Path("{domain}")
    public JsonObject get(@PathParam("domain") String domain) {
        return builder(spaces.get(domain)).build();
    }

    @POST
    public JsonObject create(Fields sent) {
        return json(spaces.create(sent));
    }

    /**
     * Changes the fields that are in the body.
     *
     * @param dropCredentials {@code true}: the accounts lose the credentials that a new realm makes wrong
     */
    @PUT
    @Path("{domain}")
    public JsonObject update(
            @PathParam("domain") String domain, @QueryParam("drop_credentials") String dropCredentials, Fields sent) {
        return json(spaces.update(domain, sent, "true".equals(dropCredentials)));
    }

    /** Deletes a space. Answers 200 without a body. */
    @DELETE
    @Path("{domain}")
    public Response delete(@PathParam("domain") String domain) {
        spaces.delete(domain);
        return Response.ok().build();
    }

    /** Returns the space with the findings of the entries that were sent. */
    private JsonObject json(SpaceService.Saved saved) {
        return builder(saved.space())
                .add("warnings", saved.findings().map(FindingsJson::first).orElse(JsonValue.EMPTY_JSON_ARRAY))
                .build();
    }

    private JsonObjectBuilder builder(Space space) {
        return SpaceJson.from(space, spaces.entriesOf(space));
    }
}
