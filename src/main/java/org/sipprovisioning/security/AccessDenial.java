package org.sipprovisioning.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.sipprovisioning.account.Roles;
import org.sipprovisioning.security.RequestCredential.Refusal;

/** Why the request at hand has not the role that it needs, as far as its credential says. */
@RequestScoped
public class AccessDenial {
    @Inject
    HttpServletRequest request;

    /** Whether nobody could say who the caller is, as the database is away. */
    public boolean isForUnavailableDatabase() {
        return refused(Refusal.UNAVAILABLE).isPresent();
    }

    /** When the caller may try again, if their credential was not looked at, after too many wrong ones. */
    public Optional<Duration> retryAfter() {
        return refused(Refusal.THROTTLED).map(RequestCredential::retryAfter);
    }

    public boolean isForExpiredSpace() {
        return request.isUserInRole(Roles.EXPIRED);
    }

    public boolean isForBlockedAccount() {
        return request.isUserInRole(Roles.BLOCKED);
    }

    public boolean isForKnownCaller() {
        return request.getUserPrincipal() != null;
    }

    private Optional<RequestCredential> refused(Refusal refusal) {
        return RequestCredential.of(request).filter(credential -> credential.refusal() == refusal);
    }
}
