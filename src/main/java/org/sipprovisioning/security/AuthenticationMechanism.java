package org.sipprovisioning.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sipprovisioning.account.Roles;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.request.Throttle;
import org.sipprovisioning.security.RequestCredential.Refusal;

/**
 * The application's only authentication mechanism. A request without a credential, or with a wrong one, is anonymous: a resource that
 * needs a role then answers 401 with the application's own body, the same on every server, and with a {@link Challenges challenge}; a
 * public resource answers as usual.
 */
@ApplicationScoped
@DeclareRoles({Roles.USER, Roles.ADMIN, Roles.SUPER_ADMIN, Roles.EXPIRED, Roles.BLOCKED})
public class AuthenticationMechanism implements HttpAuthenticationMechanism {
    private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

    @Inject
    IdentityStoreHandler stores;

    @Inject
    Throttle throttle;

    @Inject
    LoginTrail trail;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        nameScheme(context);
        return RequestCredential.of(request)
                .or(() -> CredentialReader.read(request).map(credential -> validate(credential, request)))
                .flatMap(RequestCredential::accepted)
                .map(context::notifyContainerAboutLogin)
                .orElseGet(context::doNothing);
    }

    /**
     * Names the authentication scheme (Jakarta Authentication §3.8.4). Without a name, Open Liberty takes it for BASIC, reads the
     * credential of a header {@code Authorization: Basic} itself, and answers 500 to one that it cannot read.
     */
    private static void nameScheme(HttpMessageContext context) {
        @SuppressWarnings("unchecked")
        Map<String, Object> info = context.getMessageInfo().getMap();
        info.put(AUTH_TYPE, "PROVISIONING");
    }

    /**
     * Checks the credential once per request, however often the server asks. Keeps with the credential why it is refused, because the
     * container, and not the application, would answer an exception.
     */
    private RequestCredential validate(RequestCredential credential, HttpServletRequest request) {
        credential.attachTo(request);
        try {
            throttle.requireLoginAllowed(credential.claimedName());
            CredentialValidationResult result = stores.validate(credential);
            if (result.getStatus() == CredentialValidationResult.Status.VALID) {
                trail.passed(credential, result.getCallerPrincipal().getName());
                credential.accept(result);
            } else if (credential.refusal() == Refusal.WRONG) {
                throttle.loginFailed(credential.claimedName());
                trail.failed(credential);
            }
        } catch (TooManyRequests e) {
            credential.throttle(e.retryAfter());
        } catch (RuntimeException e) {
            // A node of a Galera cluster ends a transaction by a conflict even if it only reads, when a table is
            // altered
            if (!DatabaseFailure.isUnavailable(e) && !DatabaseFailure.isTransient(e)) {
                throw e;
            }
            credential.refuse(Refusal.UNAVAILABLE);
        }
        return credential;
    }
}
