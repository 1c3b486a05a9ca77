package org.sipprovisioning.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.sipprovisioning.settings.Settings.ProxyHeaders;

/**
 * Tells the operator, once after each start, that a trusted proxy sends only the family of headers that is not believed. Clients then have
 * the address of the proxy.
 */
@ApplicationScoped
public class IgnoredForwarding {
    private static final Logger LOG = Logger.getLogger(IgnoredForwarding.class.getName());

    private final AtomicBoolean told = new AtomicBoolean();

    /** Logs a warning if a request of a trusted proxy has headers of the other family only. The warning names no value. */
    public void note(HttpServletRequest request, ProxyHeaders believed) {
        if (told.get() || sent(request, believed).isPresent()) {
            return;
        }
        ProxyHeaders other = switch (believed) {
            case X_FORWARDED -> ProxyHeaders.FORWARDED;
            case FORWARDED -> ProxyHeaders.X_FORWARDED;
        };
        sent(request, other)
                .filter(name -> told.compareAndSet(false, true))
                .ifPresent(name -> LOG.warning(() -> warning(name, believed, other)));
    }

    private static Optional<String> sent(HttpServletRequest request, ProxyHeaders family) {
        List<String> names = switch (family) {
            case X_FORWARDED -> XForwarded.NAMES;
            case FORWARDED -> List.of(Forwarded.NAME);
        };
        return names.stream().filter(name -> request.getHeader(name) != null).findFirst();
    }

    private static String warning(String name, ProxyHeaders believed, ProxyHeaders other) {
        return ("A request from a trusted proxy has the header %s, which is ignored, and none that is believed:"
                        + " setting provisioning.proxy-headers (environment variable PROVISIONING_PROXY_HEADERS) is %s."
                        + " Set it to %s only if the proxy itself sets or removes this header in each request.")
                .formatted(name, believed.spelling(), other.spelling());
    }
}
