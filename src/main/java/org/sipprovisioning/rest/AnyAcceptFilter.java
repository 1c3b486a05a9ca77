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
import java.util.Locale;
import java.util.Map;

/**
 * Hides the headers {@code Accept} and {@code Content-Type} from JAX-RS, whose parsers answer 400 or 500 to a malformed one, also where a
 * request has no body. Each answer has one form, and every request gets it: there is no 406. A body has one form, too, and its reader,
 * {@code FieldsReader}, reads its {@code Content-Type} itself; JAX-RS never sees a form, which it would read before any of its filters.
 * This is a servlet filter because RESTEasy reads the headers before any filter of JAX-RS. An injected request has them as they were sent.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AnyAcceptFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new AnyAccept(request), response);
    }

    private static final class AnyAccept extends HttpServletRequestWrapper {
        private static final Map<String, String> SHOWN =
                Map.of("accept", "*/*", "content-type", "application/octet-stream");

        AnyAccept(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            String sent = super.getHeader(name);
            return sent == null ? null : SHOWN.getOrDefault(name.toLowerCase(Locale.ROOT), sent);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            String shown = SHOWN.get(name.toLowerCase(Locale.ROOT));
            return shown == null || super.getHeader(name) == null
                    ? super.getHeaders(name)
                    : Collections.enumeration(List.of(shown));
        }

        @Override
        public String getContentType() {
            return getHeader("Content-Type");
        }
    }
}
