package org.sipprovisioning.rest;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.fault.OutcomeUnknown;

/**
 * Answers all other exceptions: 503 if the database is not available or has not confirmed a commit, 409 if it refused a transaction in the
 * end, and 500 for a bug, which only the log tells. An EJB's refusal of the caller is answered by {@link DenialResponse}.
 */
@Provider
@ApplicationScoped
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(UnexpectedMapper.class.getName());
    private static final int RETRY_AFTER_SECONDS = 5;

    @Inject
    DenialResponse denial;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof EJBAccessException || failure instanceof AccessLocalException) {
            return denial.answer();
        }
        if (DatabaseFailure.isOutcomeUnknown(failure)) {
            return unconfirmed(new OutcomeUnknown("what it changes may have been changed."));
        }
        if (DatabaseFailure.isUnavailable(failure)) {
            return unavailable();
        }
        if (DatabaseFailure.isTransient(failure)) {
            return ErrorBody.answer(409, "Another request has changed the same at the same time.")
                    .build();
        }
        LOG.log(Level.SEVERE, "Unexpected failure", LoggedFailure.of(failure));
        return ErrorBody.answer(500, "Internal error.").build();
    }

    static Response unavailable() {
        LOG.warning("The database is not available");
        return later("The database is not available.");
    }

    static Response unconfirmed(OutcomeUnknown fault) {
        LOG.warning("The database has not confirmed a commit");
        return later(fault.getMessage());
    }

    private static Response later(String message) {
        return ErrorBody.answer(503, message)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
