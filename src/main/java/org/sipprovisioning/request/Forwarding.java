package org.sipprovisioning.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipprovisioning.settings.Settings.ProxyHeaders;

/** What the proxies in front of this server say about a request, in one family of headers. It is true only if a trusted proxy says it. */
interface Forwarding {
    /** Says nothing about the request. */
    Forwarding NONE = new Forwarding() {};

    /** Returns the headers of this family that the request has. */
    static Forwarding of(HttpServletRequest request, ProxyHeaders family) {
        return switch (family) {
            case X_FORWARDED -> new XForwarded(request);
            case FORWARDED -> new Forwarded(request);
        };
    }

    /** Returns the {@code host[:port]} by which the client has addressed the proxy. */
    default Optional<String> host() {
        return Optional.empty();
    }

    /** Returns the port, which has priority over that of {@link #host()}. */
    default Optional<String> port() {
        return Optional.empty();
    }

    default Optional<String> scheme() {
        return Optional.empty();
    }

    /** Returns the addresses from which the proxies say they got the request, the client's first. */
    default List<String> way() {
        return List.of();
    }

    /** Returns the lines of a header, each of which its reader splits. The lines of one header are one list (RFC 9110 §5.3). */
    static Stream<String> lines(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream();
    }

    /** Returns the last element, which the proxy next to this server has added (RFC 7239 §7.1). */
    static Optional<String> last(List<String> elements) {
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(elements.size() - 1));
    }
}
