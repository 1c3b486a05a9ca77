package org.sipprovisioning.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Hides the header {@code Accept} from JAX-RS. Each answer has one form, and every request gets it, even one with a malformed
 * {@code Accept}: there is no 406, and none of the servers' 400. This is a servlet filter because RESTEasy reads the header before any
 * filter of JAX-RS. An injected request has the header as it was sent.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AnyAcceptFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new AnyAccept(request), response);
    }

    private static final class AnyAccept extends HttpServletRequestWrapper {
        private static final String ACCEPT = "Accept";
        private static final String ANY = "*/*";

        AnyAccept(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return ACCEPT.equalsIgnoreCase(name) ? ANY : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return ACCEPT.equalsIgnoreCase(name) ? Collections.enumeration(List.of(ANY)) : super.getHeaders(name);
        }
    }
}
