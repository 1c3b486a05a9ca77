package org.sipprovisioning.proxies;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A server behind a proxy that answers with 200 and keeps the headers that it got. It closes the connection of a request
 * below {@code /provisioning/} without an answer.
 */
final class RecordingServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicReference<Headers> last = new AtomicReference<>();
    private final AtomicInteger requests = new AtomicInteger();

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            last.set(exchange.getRequestHeaders());
            requests.incrementAndGet();
            if (!exchange.getRequestURI().getPath().startsWith("/provisioning/")) {
                exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns the number of requests that have come. */
    int requests() {
        return requests.get();
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
