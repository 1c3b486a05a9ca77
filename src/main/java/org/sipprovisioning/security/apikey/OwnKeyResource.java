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
 * {@code /api/accounts/me/api_key}: 200 with a new key of the caller, which replaces the former one. {@code .../{auth_token}}: 200 with a
 * new key of the user who has attached this token; 404 for a token that is unknown, used, expired, withdrawn or not attached, 429 after too
 * many of those. HEAD is 405.
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

    /** Refuses HEAD, which JAX-RS would answer by {@link #renew()}, with its effect. */
    @HEAD
    @RolesAllowed("user")
    public Response noHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED).allow("GET").build();
    }

    /** Exchanges an auth token for a key. Needs no credential. */
    @GET
    @Path("{auth_token}")
    @ChangesState
    public JsonObject exchange(@PathParam("auth_token") String token) {
        return json(guard.useAuthToken(token, () -> own.exchange(token)));
    }

    /** Refuses HEAD, which JAX-RS would answer by {@link #exchange}, with its effect. */
    @HEAD
    @Path("{auth_token}")
    public Response noHeadOfExchange() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED).allow("GET").build();
    }

    private static JsonObject json(Secret key) {
        return Json.createObjectBuilder().add("api_key", key.value()).build();
    }
}
