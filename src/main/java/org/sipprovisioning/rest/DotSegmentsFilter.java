package org.sipprovisioning.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** A path with dot segments (RFC 3986 §3.3) is nothing of ours: the containers resolve them, and would answer for another path. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DotSegmentsFilter extends HttpFilter {
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?:/|%2f)(?:\\.|%2e){1,2}(?:/|%2f|;|$)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (DOT_SEGMENT.matcher(request.getRequestURI()).find()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
