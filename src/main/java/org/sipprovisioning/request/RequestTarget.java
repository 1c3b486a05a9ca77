package org.sipprovisioning.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipprovisioning.settings.Port;
import org.sipprovisioning.settings.Settings;

/**
 * The scheme, host and port by which the client has addressed this server, and the client's own address. Behind a trusted proxy these come
 * from one family of headers, {@code X-Forwarded-*} or {@code Forwarded}, as {@code provisioning.proxy-headers} says. The other family is
 * ignored, because a proxy that sets one family passes the client's own headers of the other family on.
 */
@RequestScoped
public class RequestTarget {
    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    @Inject
    IgnoredForwarding ignored;

    /** Returns the host and port; empty if the request has no host or an invalid one. */
    public Optional<Authority> authority() {
        Forwarding forwarding = forwarding();
        Optional<Authority> named = forwarding
                .host()
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .or(() -> Optional.ofNullable(request.getServerName()))
                .flatMap(Authority::find);
        Optional<Integer> port = forwarding.port().flatMap(Port::find);
        return named.map(authority -> new Authority(authority.host(), port.orElse(authority.port())));
    }

    /** Returns {@code http} or {@code https}. */
    public String scheme() {
        return forwarding()
                .scheme()
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
                .orElse(request.getScheme());
    }

    public String contextPath() {
        return request.getContextPath();
    }

    /** Returns the address of the client: the last address on the way to this server that is not a trusted proxy. */
    public ClientAddress client() {
        List<String> way = forwarding().way();
        ClientAddress client = new ClientAddress(request.getRemoteAddr());
        for (int i = way.size() - 1; i >= 0 && isTrusted(client.text()); i--) {
            Optional<ClientAddress> former = ClientAddress.find(way.get(i));
            if (former.isEmpty()) {
                break;
            }
            client = former.get();
        }
        return client;
    }

    /** Returns header {@code User-Agent}; the empty text if there is none. */
    public String userAgent() {
        return Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    }

    /** Returns what the proxy next to this server says, nothing if it is no trusted proxy. */
    private Forwarding forwarding() {
        if (!isTrusted(request.getRemoteAddr())) {
            return Forwarding.NONE;
        }
        ignored.note(request, settings.proxyHeaders());
        return Forwarding.of(request, settings.proxyHeaders());
    }

    private boolean isTrusted(String address) {
        return settings.trustedProxies().stream().anyMatch(range -> range.contains(address));
    }
}
