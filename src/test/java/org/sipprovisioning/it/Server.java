package org.sipprovisioning.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** A server at 127.0.0.1, and a client of it that follows no redirect and repeats no request. */
public final class Server {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;

    /** Returns everything that the suite's server has written to its console and to its log files. */
    public static String suiteLogs() {
        return ArquillianContainer.logs();
    }

    /** Returns the process id of the suite's server. */
    public static long suitePid() {
        return ArquillianContainer.pid();
    }

    Server(int port) {
        this.port = port;
    }

    /** Returns the suite's server, which runs from the first test to the last. */
    public static Server suite() {
        return ArquillianContainer.server();
    }

    /** Returns the file that the suite's server writes its console to. */
    public static Path suiteConsole() {
        return ArquillianContainer.directory().resolve("console.txt");
    }

    public int port() {
        return port;
    }

    /** @param path the absolute path with its query, already encoded */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpClient client() {
        return client;
    }

    /** Begins a request. The caller adds method, headers and body. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns a client for requests that {@link HttpClient} refuses to send, with broken paths or any Host header. */
    public RawHttp raw() {
        return new RawHttp(port);
    }
}
