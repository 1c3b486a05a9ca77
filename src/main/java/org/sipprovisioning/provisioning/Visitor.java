package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.settings.Settings;

/** Tells phones from browsers, link previews and crawlers, which must not use a token up. */
@RequestScoped
public class Visitor {
    /** liblinphone sends it from 5.3.0. */
    private static final String LINPHONE_HEADER = "X-Linphone-Provisioning";

    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    /**
     * Whether a browser, a link preview or a crawler has sent the request, by headers that phones do not have: phones send neither Accept
     * nor Accept-Language.
     */
    boolean isBrowser() {
        return !isPhone()
                && (header("Accept").contains("text/html")
                        || Stream.of("Accept-Language", "Purpose", "Sec-Purpose")
                                .anyMatch(this::has)
                        || headerNames().anyMatch(name -> name.startsWith("sec-fetch-"))
                        || settings.linkPreviewAgents().stream().anyMatch(header("User-Agent")::contains));
    }

    /**
     * Refuses a request without {@code X-Linphone-Provisioning} if setting {@code provisioning.require-linphone-header} is true.
     *
     * @throws MalformedRequest if so
     */
    void requirePhone() {
        if (settings.requireLinphoneHeader() && !isPhone()) {
            throw new MalformedRequest("Header " + LINPHONE_HEADER + " is missing.");
        }
    }

    private boolean isPhone() {
        return has(LINPHONE_HEADER);
    }

    private boolean has(String header) {
        return request.getHeader(header) != null;
    }

    private String header(String name) {
        String all = String.join(",", Collections.list(request.getHeaders(name)));
        return Optional.of(all).map(value -> value.toLowerCase(Locale.ROOT)).orElse("");
    }

    private Stream<String> headerNames() {
        return Collections.list(request.getHeaderNames()).stream().map(name -> name.toLowerCase(Locale.ROOT));
    }
}
