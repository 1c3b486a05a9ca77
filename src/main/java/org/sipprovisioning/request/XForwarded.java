package org.sipprovisioning.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The headers {@code X-Forwarded-*}, which have no standard. Most proxies send them. */
record XForwarded(HttpServletRequest request) implements Forwarding {
    private static final String FOR = "X-Forwarded-For";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PORT = "X-Forwarded-Port";
    private static final String PROTO = "X-Forwarded-Proto";

    static final List<String> NAMES = List.of(FOR, HOST, PORT, PROTO);

    @Override
    public Optional<String> host() {
        return Forwarding.last(elements(HOST));
    }

    @Override
    public Optional<String> port() {
        return Forwarding.last(elements(PORT));
    }

    @Override
    public Optional<String> scheme() {
        return Forwarding.last(elements(PROTO));
    }

    @Override
    public List<String> way() {
        return elements(FOR);
    }

    private List<String> elements(String name) {
        return Forwarding.lines(request, name)
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
