package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipprovisioning.settings.Settings;

/** How this server was asked: scheme, host and port as the client used them, also behind a proxy that is trusted. */
@RequestScoped
public class RequestTarget {
    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    /** Empty where the request names no host, or nothing that could be one. */
    Optional<Authority> authority() {
        Optional<Authority> named = forwarded("host")
                .or(() -> header("X-Forwarded-Host"))
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .or(() -> Optional.ofNullable(request.getServerName()))
                .flatMap(Authority::find);
        Optional<Integer> port = header("X-Forwarded-Port").flatMap(Authority::port);
        return named.map(authority -> new Authority(authority.host(), port.orElse(authority.port())));
    }

    String scheme() {
        return forwarded("proto")
                .or(() -> header("X-Forwarded-Proto"))
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
                .orElse(request.getScheme());
    }

    String path() {
        return request.getContextPath();
    }

    /** The last element of the last line: what the proxy next to us has added (RFC 7239 §7.1). */
    private Optional<String> header(String name) {
        List<String> lines = isProxied() ? Collections.list(request.getHeaders(name)) : List.of();
        return lines.stream()
                .reduce((former, latter) -> latter)
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip());
    }

    private Optional<String> forwarded(String parameter) {
        return header("Forwarded")
                .flatMap(element -> Arrays.stream(element.split(";"))
                        .map(pair -> pair.strip().split("=", 2))
                        .filter(pair -> pair.length == 2 && pair[0].equalsIgnoreCase(parameter))
                        .map(pair -> pair[1].replaceAll("^\"|\"$", ""))
                        .findFirst());
    }

    private boolean isProxied() {
        return settings.trustedProxies().stream().anyMatch(range -> range.contains(request.getRemoteAddr()));
    }
}
