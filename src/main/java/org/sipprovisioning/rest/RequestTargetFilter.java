package org.sipprovisioning.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses requests that the servers would read in different ways, before a servlet gets them. 400 for a target that is not a URI (RFC
 * 3986) or does not decode to text, and for an invalid host or several; 404 for a path with dot segments, which servers resolve to another
 * path, or with parameters; 405 for TRACE.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestTargetFilter extends HttpFilter {
    private static final String ESCAPE = "%[0-9A-Fa-f]{2}";
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|" + ESCAPE + ")*+");
    /** Allows more than RFC 3986, because browsers escape less than they should. */
    private static final Pattern QUERY = Pattern.compile("(?:[!$&-;=?-\\[\\]_a-z~]|" + ESCAPE + ")*+");

    /** Allows the characters of RFC 3986 §3.2.2. A later check tells whether the server answers for the host. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~%!$&'()*+,;=-]+|\\[[0-9A-Fa-f:.]+])(?::[1-9][0-9]{0,4})?");

    private static final char MALFORMED_UTF_8 = '\uFFFD';

    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?:/|%2f)(?:\\.|%2e){1,2}(?:/|%2f|;|$)", Pattern.CASE_INSENSITIVE);
    /**
     * Matches an empty first segment and one with an escaped slash, as the first segment selects the servlet; and a path parameter, which
     * has no meaning in this application.
     */
    private static final Pattern UNKNOWN = Pattern.compile("/(?:/|[^/]*%2f).*|.*;.*", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (request.getMethod().equals("TRACE")) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            // Not by sendError(): Open Liberty lets no servlet answer TRACE, not even that of the error page.
            ErrorServlet.answer(HttpServletResponse.SC_METHOD_NOT_ALLOWED, response);
        } else if (!isReadable(path) || !QUERY.matcher(query).matches() || !hasOneHost(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (DOT_SEGMENT.matcher(path).find()
                || UNKNOWN.matcher(path).matches()
                || request.isRequestedSessionIdFromURL()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isReadable(String path) {
        return PATH.matcher(path).matches()
                && URLDecoder.decode(path, StandardCharsets.UTF_8).chars().allMatch(RequestTargetFilter::isText);
    }

    /** Whether there is one valid host, or none, as in HTTP/1.0. */
    private static boolean hasOneHost(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.isEmpty()
                || hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    private static boolean isText(int c) {
        return !Character.isISOControl(c) && c != '\\' && c != MALFORMED_UTF_8;
    }
}
