package org.sipprovisioning.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipprovisioning.settings.Port;
import org.sipprovisioning.settings.Settings;

/**
 * The scheme, host and port by which the client has addressed this server, and the client's own address. Behind a trusted proxy these come
 * from the headers {@code Forwarded} (RFC 7239) and {@code X-Forwarded-*}.
 */
@RequestScoped
public class RequestTarget {
    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    /** Returns the host and port; empty if the request has no host or an invalid one. */
    public Optional<Authority> authority() {
        Optional<Authority> named = forwarded("host")
                .or(() -> header("X-Forwarded-Host"))
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .or(() -> Optional.ofNullable(request.getServerName()))
                .flatMap(Authority::find);
        Optional<Integer> port = header("X-Forwarded-Port").flatMap(Port::find);
        return named.map(authority -> new Authority(authority.host(), port.orElse(authority.port())));
    }

    /** Returns {@code http} or {@code https}. */
    public String scheme() {
        return forwarded("proto")
                .or(() -> header("X-Forwarded-Proto"))
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
                .orElse(request.getScheme());
    }

    public String contextPath() {
        return request.getContextPath();
    }

    /** Returns the address of the client: the last address on the way to this server that is not a trusted proxy. */
    public ClientAddress client() {
        List<String> way = way();
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

    /** Returns the addresses from which the proxies say they got the request, the client's first. */
    private List<String> way() {
        List<String> elements = elements("Forwarded");
        return elements.isEmpty()
                ? elements("X-Forwarded-For")
                : elements.stream()
                        .map(element -> parameter(element, "for").orElse(""))
                        .toList();
    }

    private Optional<String> forwarded(String parameter) {
        return header("Forwarded").flatMap(element -> parameter(element, parameter));
    }

    /**
     * Returns the last element of the last line of a header, which the proxy next to this server has added (RFC 7239 §7.1). Returns empty
     * if the request does not come from a trusted proxy.
     */
    private Optional<String> header(String name) {
        List<String> elements = isTrusted(request.getRemoteAddr()) ? elements(name) : List.of();
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(elements.size() - 1));
    }

    private List<String> elements(String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Optional<String> parameter(String element, String name) {
        return Arrays.stream(element.split(";"))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equalsIgnoreCase(name))
                .map(pair -> pair[1].replaceAll("^\"|\"$", ""))
                .findFirst();
    }

    private boolean isTrusted(String address) {
        return settings.trustedProxies().stream().anyMatch(range -> range.contains(address));
    }
}
