package org.sipprovisioning.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.Request;
import org.sipprovisioning.request.SentBody;

/** A body that Payara receives. Its connection has a timeout for each read. */
final class GrizzlyBody extends StreamBody {
    private final Request grizzly;

    private GrizzlyBody(HttpServletRequest request, Request grizzly) {
        super(request);
        this.grizzly = grizzly;
    }

    static SentBody of(HttpServletRequest request) throws ReflectiveOperationException {
        Object catalina =
                request.getClass().getMethod("getUnwrappedCoyoteRequest").invoke(request);
        return new GrizzlyBody(request, (Request)
                catalina.getClass().getMethod("getCoyoteRequest").invoke(catalina));
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        Connection<?> connection = connection();
        long usual = connection.getReadTimeout(TimeUnit.MILLISECONDS);
        connection.setReadTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return super.read(buffer, patience);
        } finally {
            connection.setReadTimeout(usual, TimeUnit.MILLISECONDS);
        }
    }

    /** Payara itself would wait for the rest, although without a thread. */
    @Override
    public void giveUp() {
        Connection<?> connection = connection();
        grizzly.addAfterServiceListener(request -> connection.closeSilently());
    }

    private Connection<?> connection() {
        return grizzly.getRequest().getConnection();
    }
}
