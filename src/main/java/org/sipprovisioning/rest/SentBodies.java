package org.sipprovisioning.rest;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sipprovisioning.request.SentBody;

/**
 * Takes the body from each request that has one, before any filter, so that nothing but {@link SentBody} reads it, also after the answer.
 * A servlet's stream cannot wait for a limited time; the servers' own objects behind it can. If they are not as expected, the stream is
 * used, and the server's own timeout of each read is the limit.
 */
@WebListener
public class SentBodies implements ServletRequestListener {
    private static final Logger LOG = System.getLogger(SentBodies.class.getName());
    private static final AtomicBoolean HAS_WARNED = new AtomicBoolean();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request && hasBody(request)) {
            request.setAttribute(SentBody.ATTRIBUTE, body(request));
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getHeader("Content-Length") != null || request.getHeader("Transfer-Encoding") != null;
    }

    private static SentBody body(HttpServletRequest request) {
        String server = request.getClass().getName();
        try {
            if (server.startsWith("io.undertow.")) {
                return UndertowBody.of(request);
            }
            if (server.startsWith("org.apache.catalina.")) {
                return GrizzlyBody.of(request);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            warn(e);
        }
        return server.startsWith("io.openliberty.") ? new LibertyBody(request) : new StreamBody(request);
    }

    static void warn(Exception reason) {
        if (!HAS_WARNED.getAndSet(true)) {
            LOG.log(Level.WARNING, "A slow sender may hold a thread too long: this server is not as expected", reason);
        }
    }
}
