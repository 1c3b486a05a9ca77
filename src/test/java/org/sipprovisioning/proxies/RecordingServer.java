package org.sipprovisioning.proxies;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;

/** A server behind a proxy that answers each request with 200 and keeps the headers that it got. */
final class RecordingServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicReference<Headers> last = new AtomicReference<>();

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            last.set(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns the headers of the last request. Their names have a capital letter first and small ones after it. */
    Headers lastHeaders() {
        return last.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
