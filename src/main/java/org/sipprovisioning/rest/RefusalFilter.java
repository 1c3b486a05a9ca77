package org.sipprovisioning.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What each server would answer in its own way, and none in ours. TRACE: 405. A path or a query that breaks RFC 3986, or a path that
 * is no UTF-8 or holds control characters: 400. A path with dot segments (RFC 3986 §3.3), which the servers resolve, answering for
 * another path: 404.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RefusalFilter extends HttpFilter {
    private static final Pattern PATH = Pattern.compile("(?:[\\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*+");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?:/|%2f)(?:\\.|%2e){1,2}(?:/|%2f|;|$)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("TRACE")) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            // Not by sendError(): Open Liberty lets no servlet answer TRACE, the error page's neither.
            ErrorServlet.answer(HttpServletResponse.SC_METHOD_NOT_ALLOWED, response);
        } else if (!isReadable(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (DOT_SEGMENT.matcher(request.getRequestURI()).find()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return isReadable(request.getRequestURI())
                && !BROKEN_ESCAPE.matcher(query).find();
    }

    private static boolean isReadable(String path) {
        return PATH.matcher(path).matches() && isText(decode(path));
    }

    private static ByteBuffer decode(String path) {
        ByteBuffer bytes = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(path, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) path.charAt(i));
            }
        }
        return bytes.flip();
    }

    private static boolean isText(ByteBuffer utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).chars().noneMatch(Character::isISOControl);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
