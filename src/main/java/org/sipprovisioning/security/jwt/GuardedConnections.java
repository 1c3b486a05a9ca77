package org.sipprovisioning.security.jwt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens TLS over {@link GuardedSocket}s, each with a time limit. The peer's certificate must be valid for the name in the URL. */
final class GuardedConnections {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SSLSocketFactory tls;
    private final boolean allowPrivate;
    private final Duration patience;

    GuardedConnections(boolean allowPrivate) {
        this(trustedByJava(), allowPrivate, PATIENCE);
    }

    GuardedConnections(SSLSocketFactory tls, boolean allowPrivate, Duration patience) {
        this.tls = tls;
        this.allowPrivate = allowPrivate;
        this.patience = patience;
    }

    /**
     * Trusts the authorities in {@code javax.net.ssl.trustStore}, or else those of the JDK. Does not use the default context, because
     * servers change it.
     */
    private static SSLSocketFactory trustedByJava() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a factory for one request, whose time begins now. */
    SSLSocketFactory open() {
        return new Factory(System.nanoTime() + patience.toNanos());
    }

    /** {@link javax.net.ssl.HttpsURLConnection} creates a socket, connects it, and then creates TLS over it. The other ways are refused. */
    private final class Factory extends SSLSocketFactory {
        private final long deadline;

        Factory(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public Socket createSocket() {
            return new GuardedSocket(deadline, allowPrivate);
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            if (!(socket instanceof GuardedSocket)) {
                throw new IOException("not over this connection");
            }
            SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, autoClose);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            return secured;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("not without a deadline");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }
    }
}
