package org.sipprovisioning.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.fault.DatabaseFailure;

/**
 * The application's one mechanism. Whoever gives no credential, or a wrong one, is anonymous: what needs a role then answers 401 in our
 * own words, the same on every server.
 */
@ApplicationScoped
@DeclareRoles({Roles.USER, Roles.ADMIN, Roles.SUPER_ADMIN, Roles.EXPIRED})
public class AuthenticationMechanism implements HttpAuthenticationMechanism {
    static final String API_KEY_HEADER = "x-api-key";

    @Inject
    IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return Optional.ofNullable(request.getHeader(API_KEY_HEADER))
                .map(key -> validate(request, new ApiKeyCredential(new Secret(key))))
                .filter(result -> result.getStatus() == CredentialValidationResult.Status.VALID)
                .map(context::notifyContainerAboutLogin)
                .orElseGet(context::doNothing);
    }

    /** An exception here would be the container's to answer. */
    private CredentialValidationResult validate(HttpServletRequest request, Credential credential) {
        try {
            return stores.validate(credential);
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isUnavailable(e)) {
                throw e;
            }
            request.setAttribute(DatabaseFailure.REQUEST_ATTRIBUTE, true);
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }
}
