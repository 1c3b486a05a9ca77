package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;

/** {@code /api/accounts/me}: the caller's own account. 200; 403 if it has just been deleted or blocked, or its space has expired. */
@Path("accounts/me")
@RequestScoped
@Retried
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class OwnAccountResource {
    @Inject
    OwnAccountService own;

    /** Returns the account. */
    @GET
    public JsonObject get() {
        return AccountJson.from(own.get());
    }

    /** Deletes the account with all that refers to it, and revokes its tokens and keys. */
    @DELETE
    public Response delete() {
        own.delete();
        return Response.ok().build();
    }
}
