package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.security.AccessDenial;
import org.sipprovisioning.security.Challenges;

/**
 * Answers a caller without the required role: 503 if the credential could not be checked, 429 after too many wrong credentials, 401 with a
 * challenge if the caller is not authenticated, else 403.
 */
@ApplicationScoped
public class DenialResponse {
    @Inject
    AccessDenial denial;

    @Inject
    Challenges challenges;

    Response answer() {
        if (denial.isForUnavailableDatabase()) {
            return UnexpectedMapper.unavailable();
        }
        if (denial.isForExpiredSpace()) {
            return ErrorBody.answer(403, "The space has expired.").build();
        }
        if (denial.isForBlockedAccount()) {
            return ErrorBody.answer(403, "The account is blocked.").build();
        }
        if (denial.isForKnownCaller()) {
            return ErrorBody.answer(403, "Not allowed.").build();
        }
        return denial.retryAfter().map(FaultMapper::tooMany).orElseGet(this::notAuthenticated);
    }

    private Response notAuthenticated() {
        return ErrorBody.answer(401, "Not authenticated.")
                .header(HttpHeaders.WWW_AUTHENTICATE, challenges.header())
                .build();
    }
}
