package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.Fault;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.OutcomeUnknown;
import org.sipprovisioning.fault.TooLarge;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.fault.TooSlow;
import org.sipprovisioning.fault.UnknownHost;

/**
 * Answers a fault with its status and its reason. A fault that has no status here is not the client's: it is logged, and the answer, 500,
 * does not tell the reason.
 */
@Provider
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Fault> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());
    private static final Map<Class<? extends Fault>, Integer> STATUS = Map.of(
            MalformedRequest.class, 400,
            Forbidden.class, 403,
            NotFound.class, 404,
            Conflict.class, 409,
            TooLarge.class, 413,
            UnknownHost.class, 421,
            InvalidInput.class, 422);

    @Override
    public Response toResponse(Fault fault) {
        if (fault instanceof TooManyRequests refused) {
            return tooMany(refused.retryAfter());
        }
        if (fault instanceof OutcomeUnknown unknown) {
            return UnexpectedMapper.unconfirmed(unknown);
        }
        if (fault instanceof Busy) {
            return ErrorBody.answer(503, fault.getMessage())
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
        if (fault instanceof TooSlow) {
            return tooSlow(fault);
        }
        Integer status = STATUS.get(fault.getClass());
        if (status == null) {
            LOG.log(Level.SEVERE, "Cannot answer: {0}", fault.getMessage());
            return ErrorBody.answer(500, "Internal error.").build();
        }
        Map<String, List<String>> errors = fault instanceof InvalidInput invalid ? invalid.errors() : Map.of();
        return ErrorBody.answer(status, fault.getMessage(), errors).build();
    }

    /** Ends the connection, because the rest of the body may come at any time. */
    private static Response tooSlow(Fault fault) {
        return ErrorBody.answer(408, fault.getMessage())
                .header("Connection", "close")
                .build();
    }

    /** @param retryAfter written in whole seconds, rounded up: rather too long than too short */
    static Response tooMany(Duration retryAfter) {
        return ErrorBody.answer(429, "Too many requests.")
                .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds() + 1)
                .build();
    }
}
