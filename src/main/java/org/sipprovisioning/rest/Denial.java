package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.security.Challenges;
import org.sipprovisioning.security.Denials;

/**
 * The answer to a caller without the role that is needed: 503 while nobody can tell who they are, 429 after too many wrong credentials,
 * 401 until they prove it, else 403.
 */
@ApplicationScoped
public class Denial {
    @Inject
    Denials denials;

    @Inject
    Challenges challenges;

    Response answer() {
        if (denials.isForWantOfTheDatabase()) {
            return UnexpectedMapper.unavailable();
        }
        if (denials.isForExpiredSpace()) {
            return ErrorBody.answer(403, "The space has expired.").build();
        }
        if (denials.isForBlockedAccount()) {
            return ErrorBody.answer(403, "The account is blocked.").build();
        }
        if (denials.isForKnownCaller()) {
            return ErrorBody.answer(403, "Not allowed.").build();
        }
        return denials.retryAfter().map(FaultMapper::tooMany).orElseGet(this::notAuthenticated);
    }

    private Response notAuthenticated() {
        return ErrorBody.answer(401, "Not authenticated.")
                .header(HttpHeaders.WWW_AUTHENTICATE, challenges.header())
                .build();
    }
}
