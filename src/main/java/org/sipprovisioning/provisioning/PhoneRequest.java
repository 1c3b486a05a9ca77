package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipprovisioning.fault.MalformedRequest;

/**
 * What a phone sent along: the parameters of its URL's query and its headers. Whoever made the URL chose the parameters. Servers
 * differ in what they take for a parameter, so the query is read here.
 */
@RequestScoped
public class PhoneRequest {
    static final String RESET_PASSWORD = "reset_password";

    private static final Set<String> NO = Set.of("false", "0");

    /** What proves who asks is nobody else's business. */
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

    private static final int MAX_CARRIED = 1_000;

    @Inject
    HttpServletRequest request;

    private Query query;

    /** By name, in the order of the query. What is not UTF-8 is U+FFFD. */
    public Map<String, List<String>> parameters() {
        return query().parameters();
    }

    /** Whether the phone wants a new password: {@code reset_password} is there, and neither {@code false} nor {@code 0}. */
    boolean asksForReset() {
        return query().first(RESET_PASSWORD)
                .filter(value -> !NO.contains(value.lenient()))
                .isPresent();
    }

    /**
     * Returns the first value of a parameter for a document; empty if there is no parameter of this name.
     *
     * @throws MalformedRequest if it is not UTF-8, or has a character that no document may hold; names the parameter, not its value
     */
    Optional<String> documentText(String name) {
        return query().first(name)
                .map(value -> value.forDocument()
                        .orElseThrow(() -> new MalformedRequest(
                                "Parameter " + name + " has a character that no document may hold.")));
    }

    /** @throws MalformedRequest as {@link #documentText}, for any of the parameters */
    void requireDocumentTexts() {
        parameters().keySet().forEach(this::documentText);
    }

    /**
     * What a URL to the same end carries on, but for these parameters.
     *
     * @throws MalformedRequest if it is too long for a QR code
     */
    String queryWithout(Set<String> names) {
        String query = query().without(names);
        if (query.length() > MAX_CARRIED) {
            throw new MalformedRequest("The query is longer than " + MAX_CARRIED + " characters.");
        }
        return query;
    }

    /** Values by name, which is in lower case, without those that prove who asks. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (!SECRET_HEADERS.contains(lowerCase)) {
                headers.put(lowerCase, List.copyOf(Collections.list(request.getHeaders(name))));
            }
        }
        return Collections.unmodifiableMap(headers);
    }

    /** Read once: a document may ask for many of its parameters. */
    private Query query() {
        if (query == null) {
            query = Query.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
        }
        return query;
    }
}
