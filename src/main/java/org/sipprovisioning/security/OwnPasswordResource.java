package org.sipprovisioning.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.request.Throttle;

/**
 * {@code /api/accounts/me/password}: changes the caller's password. 200; 422 naming {@code old_password} if the account has a password and
 * this field is missing or wrong. That counts as a failed login, because the holder of a user's key must not guess the user's password
 * with it: 429 after too many. 422 naming {@code password} if the new one is missing or invalid.
 */
@Path("accounts/me/password")
@RequestScoped
@Retried
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class OwnPasswordResource {
    @Inject
    OwnAccountService own;

    @Inject
    Throttle throttle;

    @Inject
    AuditTrail trail;

    @POST
    public Response change(Fields sent) {
        Optional<String> name = Optional.of(DigestCredential.nameOf(own.get()));
        throttle.requireLoginAllowed(name);
        try {
            own.changePassword(sent);
        } catch (InvalidInput e) {
            if (e.errors().containsKey("old_password")) {
                throttle.loginFailed(name);
                trail.noteApart(own.get()
                        .undergoes(AuditEvent.Type.PASSWORD_CHANGED)
                        .because(Optional.of(Reason.WRONG_PASSWORD))
                        .asRefused());
            }
            throw e;
        }
        return Response.ok().build();
    }
}
