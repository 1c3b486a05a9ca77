package org.sipprovisioning.security.apikey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.ChangesState;
import org.sipprovisioning.token.TokenGuard;

/**
 * {@code /api/accounts/me/api_key}: a fresh key of the caller's, 200, in place of the one before. Below it, for whoever has an auth
 * token that a user has attached, one of that user's; 404 for a token that is not good.
 */
@Path("accounts/me/api_key")
@RequestScoped
@Retried
@Produces(MediaType.APPLICATION_JSON)
public class OwnKeyResource {
    @Inject
    OwnKeyService own;

    @Inject
    TokenGuard guard;

    @GET
    @RolesAllowed("user")
    @ChangesState
    public JsonObject renew() {
        return json(own.renew());
    }

    @HEAD
    @RolesAllowed("user")
    public Response noHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED).allow("GET").build();
    }

    /** Open to all. */
    @GET
    @Path("{auth_token}")
    @ChangesState
    public JsonObject exchange(@PathParam("auth_token") String token) {
        return json(guard.useAuthToken(token, () -> own.exchange(token)));
    }

    @HEAD
    @Path("{auth_token}")
    public Response noHeadOfExchange() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED).allow("GET").build();
    }

    private static JsonObject json(Secret key) {
        return Json.createObjectBuilder().add("api_key", key.value()).build();
    }
}
