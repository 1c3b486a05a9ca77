package org.sipprovisioning.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;

/**
 * Hides the body from JAX-RS, which would wait for the first byte of it, or for all of a form, before it knows whether the caller may send
 * one. It sees one byte, so that it calls {@code FieldsReader} for a request without a body, too.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodyFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new HiddenBody(request), response);
    }

    private static final class HiddenBody extends HttpServletRequestWrapper {
        private final ServletInputStream stream = new OneByte();

        HiddenBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new StringReader(" "));
        }
    }

    private static final class OneByte extends ServletInputStream {
        private final InputStream content = new ByteArrayInputStream(new byte[] {' '});
        private boolean isFinished;

        @Override
        public int read() throws IOException {
            isFinished = true;
            return content.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            isFinished = true;
            return content.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return isFinished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The stream is not asynchronous");
        }
    }
}
