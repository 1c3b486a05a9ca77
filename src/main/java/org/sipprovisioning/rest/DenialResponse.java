package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.security.AccessDenial;
import org.sipprovisioning.security.Challenges;

/**
 * The answer to a caller without the role that is needed: 503 while nobody can tell who they are, 429 after too many wrong credentials,
 * 401 until they prove it, else 403.
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
