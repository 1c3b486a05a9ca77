package org.sipprovisioning.token;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.ChangesState;
import org.sipprovisioning.request.Throttle;

/**
 * {@code /api/accounts/auth_token}: a new device requests a token, 201, and shows it. Its user attaches the token to their account on a
 * device that is logged in, 200. The new device then uses the token, at {@code /provisioning/auth_token/} or
 * {@code /api/accounts/me/api_key/}. 404 if a token to be attached is unknown, expired or attached already, and for every request if
 * {@code provisioning.auth-token} is false; 429 if a client requests too many tokens or shows too many wrong ones.
 */
@Path("accounts/auth_token")
@RequestScoped
@Retried
@Produces(MediaType.APPLICATION_JSON)
public class AuthTokenResource {
    @Inject
    Throttle throttle;

    @Inject
    AuthTokens tokens;

    @Inject
    TokenGuard guard;

    /** Issues a token, without authentication. */
    @POST
    public Response issue() {
        tokens.requireSwitchedOn();
        throttle.countPublicPost();
        return Response.status(Response.Status.CREATED)
                .entity(Json.createObjectBuilder()
                        .add("token", tokens.issue().value())
                        .build())
                .build();
    }

    /** Attaches a token to the caller's account. The answer names the client that had requested the token. */
    @POST
    @Path("{token}/attach")
    @RolesAllowed("user")
    public Response attach(@PathParam("token") String token) {
        return guard.lookUp(() -> Response.ok(json(tokens.attach(token))).build());
    }

    /** Attaches a token by GET, as FlexiAPI does. */
    @GET
    @Path("{token}/attach")
    @RolesAllowed("user")
    @ChangesState
    public Response attachByGet(@PathParam("token") String token) {
        return attach(token);
    }

    /** Refuses HEAD with 405: JAX-RS would otherwise run the GET, which attaches the token. */
    @HEAD
    @Path("{token}/attach")
    @RolesAllowed("user")
    public Response noHead() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .allow("GET", "POST")
                .build();
    }

    private static JsonObject json(Requester requester) {
        return Json.createObjectBuilder()
                .add(
                        "requester",
                        Json.createObjectBuilder()
                                .add("address", orNull(requester.address()))
                                .add("user_agent", orNull(requester.userAgent())))
                .build();
    }
}
