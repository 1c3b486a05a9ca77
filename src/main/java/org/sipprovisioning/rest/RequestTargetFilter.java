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
 * Refuses the requests that servers read in different ways, each in its own, before any of them is asked: with 400 what is no URI
 * (RFC 3986), no text or no host, with 404 a path with dot segments, which they resolve and answer for another one, or with
 * parameters, with 405 TRACE.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestTargetFilter extends HttpFilter {
    private static final String ESCAPE = "%[0-9A-Fa-f]{2}";
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|" + ESCAPE + ")*+");
    /** Browsers escape less than they should. */
    private static final Pattern QUERY = Pattern.compile("(?:[!$&-;=?-\\[\\]_a-z~]|" + ESCAPE + ")*+");

    /** The characters that RFC 3986 §3.2.2 allows: which of these hosts the server answers for is asked later. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~%!$&'()*+,;=-]+|\\[[0-9A-Fa-f:.]+])(?::[1-9][0-9]{0,4})?");

    private static final char MALFORMED_UTF_8 = '\uFFFD';

    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?:/|%2f)(?:\\.|%2e){1,2}(?:/|%2f|;|$)", Pattern.CASE_INSENSITIVE);
    /** The first segment says which servlet is meant; a parameter says nothing to us. */
    private static final Pattern UNKNOWN = Pattern.compile("/(?:/|[^/]*%2f).*|.*;.*", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (request.getMethod().equals("TRACE")) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            // Not by sendError(): Open Liberty lets no servlet answer TRACE, the error page's neither.
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

    /** HTTP/1.0 asks without one. */
    private static boolean hasOneHost(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.isEmpty()
                || hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    private static boolean isText(int c) {
        return !Character.isISOControl(c) && c != '\\' && c != MALFORMED_UTF_8;
    }
}
