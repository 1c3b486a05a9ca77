package org.sipprovisioning.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;

/**
 * Reads the body of the request under way. The resource's role has been checked before. Callers without a login, whom only a route that is
 * open to all lets in, have fewer readers, less time and less room.
 */
@ApplicationScoped
public class Bodies {
    private static final int STRANGERS_LIMIT = 1 << 13;
    private static final Duration STRANGERS_TIME = Duration.ofSeconds(3);

    private static final Duration CALLERS_TIME = Duration.ofSeconds(10);
    private static final int BYTES_PER_MILLISECOND = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    RequestTarget target;

    private final BodyReaders ofCallers =
            new BodyReaders(32, 8, length -> CALLERS_TIME.plusMillis(length / BYTES_PER_MILLISECOND));

    private final BodyReaders ofStrangers = new BodyReaders(16, 2, length -> STRANGERS_TIME);

    /**
     * Returns the body; empty if there is none.
     *
     * @param limit the number of bytes that a caller's body may have
     */
    public byte[] read(int limit) {
        Principal caller = request.getUserPrincipal();
        return caller == null
                ? read(ofStrangers, target.client().network(), Math.min(limit, STRANGERS_LIMIT))
                : read(ofCallers, caller.getName(), limit);
    }

    /** Reads the body for a route that has readers of its own. */
    public byte[] read(BodyReaders readers, String client, int limit) {
        return request.getAttribute(SentBody.ATTRIBUTE) instanceof SentBody body
                ? readers.read(body, request.getContentLengthLong(), client, limit)
                : new byte[0];
    }
}
