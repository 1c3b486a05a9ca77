package org.sipprovisioning.proxies;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipprovisioning.it.KeyStores;
import org.sipprovisioning.it.KeyStores.Store;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.proxies.ProxyKind.Place;

/** A proxy that runs with its example as a child process, with TLS, at 127.0.0.1. */
final class ReverseProxy implements AutoCloseable {
    /** The name in the examples. */
    static final String HOST = "sip.example.org";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProxyKind kind;
    private final Place place;
    private final RawHttp client;
    private Process process;

    private ReverseProxy(ProxyKind kind, Place place, Store store) {
        this.kind = kind;
        this.place = place;
        client = RawHttp.overTls(place.port(), KeyStores.context(store, Optional.empty()), HOST);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * Starts a proxy. Returns when it accepts connections.
     *
     * @param backendPort the port of the server behind it
     */
    static ReverseProxy start(ProxyKind kind, int backendPort) {
        int port = ServerProcess.freePort();
        Path directory = Path.of("target/it/" + kind.name().toLowerCase(Locale.ROOT) + "-" + port)
                .toAbsolutePath();
        Store store = KeyStores.selfSigned(directory, HOST);
        Path certificate = directory.resolve("certificate.pem");
        Path key = directory.resolve("key.pem");
        Path both = directory.resolve("both.pem");
        write(certificate, store.pem());
        write(key, keyOf(store));
        write(both, store.pem() + keyOf(store));
        Place place = new Place(directory, port, ServerProcess.freePort(), backendPort, certificate, key, both);
        ReverseProxy started = new ReverseProxy(kind, place, store);
        started.start();
        return started;
    }

    /** Starts the proxy again after {@link #stop()}. */
    void start() {
        try {
            process = run(kind.prepare(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Poll.until(PATIENCE, () -> assertThat(isOpen()).as(this::logs).isTrue());
    }

    int port() {
        return place.port();
    }

    /** Returns a client that trusts the proxy's certificate. */
    RawHttp client() {
        return client;
    }

    /** Reloads the configuration as the service of Debian's package does it. */
    void reload() {
        await(run(kind.reload(place, process.pid())));
    }

    /** Ends the proxy as soon as it has answered the requests that it has. */
    void stop() {
        await(run(kind.stop(process.pid())));
        await(process);
    }

    /** Returns all that the proxy has written to its logs and its console. */
    String logs() {
        try (Stream<Path> files = Files.list(place.directory())) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(name -> name.toString().matches(".*\\.(?:log|txt)"))
                    .toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(5, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(kind.environment(place));
        try {
            return builder.directory(place.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            place.directory().resolve("console.txt").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process process) {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), place.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static String keyOf(Store store) {
        try {
            KeyStore keys = store.load();
            byte[] key = keys.getKey(keys.aliases().nextElement(), KeyStores.PASSWORD.toCharArray())
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
