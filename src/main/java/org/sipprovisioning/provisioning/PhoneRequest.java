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
 * The parameters of the URL's query and the headers that a phone has sent. The parameters prove nothing: the author of the URL chose them.
 * The query is parsed here, because servers differ in what they take for a parameter.
 */
@RequestScoped
public class PhoneRequest {
    static final String RESET_PASSWORD = "reset_password";

    private static final Set<String> NO = Set.of("false", "0");

    /** These prove the caller's identity, so hooks do not get them. */
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

    private static final int MAX_CARRIED = 1_000;

    @Inject
    HttpServletRequest request;

    private Query query;

    /** Returns the values by name, in the order of the query, with U+FFFD in place of bytes that are not UTF-8. */
    public Map<String, List<String>> parameters() {
        return query().parameters();
    }

    /** Whether the URL asks for a new password: {@code reset_password} counts by presence, but {@code false} and {@code 0} mean no. */
    boolean asksForReset() {
        return query().first(RESET_PASSWORD)
                .filter(value -> !NO.contains(value.lenient()))
                .isPresent();
    }

    /**
     * Returns the first value of a parameter for a document; empty if there is no parameter of this name.
     *
     * @throws MalformedRequest if the value is not UTF-8, or has a character that no document may hold; the message has the name, not the
     *     value
     */
    Optional<String> documentText(String name) {
        return query().first(name)
                .map(value -> value.forDocument()
                        .orElseThrow(() -> new MalformedRequest(
                                "Parameter " + name + " has a character that no document may hold.")));
    }

    /**
     * Checks the first value of each parameter.
     *
     * @throws MalformedRequest as {@link #documentText}
     */
    void requireDocumentTexts() {
        parameters().keySet().forEach(this::documentText);
    }

    /**
     * Returns the query as it was sent, without the parameters of these names, for another URL to carry on.
     *
     * @throws MalformedRequest if the rest is longer than 1,000 characters, which is too long for a QR code
     */
    String queryWithout(Set<String> names) {
        String query = query().without(names);
        if (query.length() > MAX_CARRIED) {
            throw new MalformedRequest("The query is longer than " + MAX_CARRIED + " characters.");
        }
        return query;
    }

    /** Returns the values by name in lower case, without the headers that prove the caller's identity. */
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

    /** Returns the query, which is parsed once, because a document may ask for many parameters. */
    private Query query() {
        if (query == null) {
            query = Query.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
        }
        return query;
    }
}
