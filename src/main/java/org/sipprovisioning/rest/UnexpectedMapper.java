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

/** Everything else: the database is away (503), it refused at the last moment (409), or we have a bug (500, told to the log only). */
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
        if (DatabaseFailure.isUnavailable(failure)) {
            return unavailable();
        }
        if (DatabaseFailure.isTransient(failure)) {
            return ErrorBody.answer(409, "Another request has changed the same at the same time.")
                    .build();
        }
        LOG.log(Level.SEVERE, "Unexpected failure", failure);
        return ErrorBody.answer(500, "Internal error.").build();
    }

    static Response unavailable() {
        LOG.warning("The database is not available");
        return ErrorBody.answer(503, "The database is not available.")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
