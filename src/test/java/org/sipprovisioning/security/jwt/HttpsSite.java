package org.sipprovisioning.security.jwt;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.sipprovisioning.it.KeyStores;

/** A web server of a test at https://localhost. Its certificate is in a key store of its own. */
public final class HttpsSite implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final KeyStores.Store store;
    private final SSLContext context;
    private volatile HttpHandler handler = exchange -> exchange.close();

    private HttpsSite(KeyStores.Store store) throws IOException {
        this.store = store;
        context = KeyStores.context(store, Optional.of(store));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", exchange -> handler.handle(exchange));
        server.start();
    }

    public static HttpsSite start(Path directory) {
        try {
            return new HttpsSite(KeyStores.selfSigned(directory, "localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void answer(HttpHandler newHandler) {
        handler = newHandler;
    }

    public URI uri(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    /** Returns the key store with the certificate, which the clients must trust. */
    public KeyStores.Store store() {
        return store;
    }

    SSLSocketFactory trusting() {
        return context.getSocketFactory();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
