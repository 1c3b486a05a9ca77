package org.sipprovisioning.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.sipprovisioning.account.Roles;
import org.sipprovisioning.security.RequestCredential.Refusal;

/** Tells why the current request lacks the role that it needs, as far as its credential and its caller show it. */
@RequestScoped
public class AccessDenial {
    @Inject
    HttpServletRequest request;

    /** Whether the credential was not checked, because the database is not available. */
    public boolean isForUnavailableDatabase() {
        return refused(Refusal.UNAVAILABLE).isPresent();
    }

    /** Returns how long the caller has to wait, if the credential was not checked after too many wrong ones; else empty. */
    public Optional<Duration> retryAfter() {
        return refused(Refusal.THROTTLED).map(RequestCredential::retryAfter);
    }

    public boolean isForExpiredSpace() {
        return request.isUserInRole(Roles.EXPIRED);
    }

    public boolean isForBlockedAccount() {
        return request.isUserInRole(Roles.BLOCKED);
    }

    /** Whether the request has an authenticated caller. */
    public boolean isForKnownCaller() {
        return request.getUserPrincipal() != null;
    }

    private Optional<RequestCredential> refused(Refusal refusal) {
        return RequestCredential.of(request).filter(credential -> credential.refusal() == refusal);
    }
}
