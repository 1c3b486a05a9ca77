package org.sipprovisioning.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers 400 to a request whose end servers and proxies could see at different places, before its body is read, and closes the connection
 * after the answer, because what follows may be no request (RFC 9112 §6): for {@code Content-Length} together with
 * {@code Transfer-Encoding}, for several lengths or one that is no number, for any transfer coding but one {@code chunked}, for a transfer
 * coding in HTTP/1.0, and for a control character in a header (RFC 9110 §5.5).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FramingFilter extends HttpFilter {
    /** RFC 9110 §8.6. More digits do not fit into the integers of all servers. */
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private static final char DELETE = 0x7F;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isClear(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Connection", "close");
            ErrorServlet.answer(HttpServletResponse.SC_BAD_REQUEST, response);
        }
    }

    static boolean isClear(HttpServletRequest request) {
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        List<String> codings = Collections.list(request.getHeaders("Transfer-Encoding"));
        boolean hasClearLength =
                codings.isEmpty() && lengths.size() <= 1 && lengths.stream().allMatch(LENGTH.asMatchPredicate());
        boolean isChunked = lengths.isEmpty()
                && codings.size() == 1
                && codings.get(0).equalsIgnoreCase("chunked")
                && !request.getProtocol().equals("HTTP/1.0");
        return (hasClearLength || isChunked) && !hasControlCharacter(request);
    }

    private static boolean hasControlCharacter(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
                .anyMatch(value -> value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == DELETE));
    }
}
