package org.sipprovisioning.provisioning.hooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.ServerProcess;

/** Tests SIGTERM to a server with many requests under way, which a hook of the operator holds up. */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class StopUnderLoadIT {
    private static final int REQUESTS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int READ_LIMIT_MILLIS = 60_000;

    /** Waits until a file is there. Eight hooks run at once, and the other requests wait for them. */
    private static final String SLOW = """
            public List<Section> addSections(Context context) {
                while (!java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
                    java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                }
                return List.of(Section.of("slow").with("value", "yes"));
            }""";

    @TempDir
    Path directory;

    @Test
    void theRequestsUnderWayAreAnsweredAndNewOnesAreNot() throws Exception {
        Path go = directory.resolve("go");
        Path hooks = Files.createDirectory(directory.resolve("hooks"));
        HookJars.put(hooks.resolve("slow.jar"), "SlowHook", SLOW.formatted(go));
        Files.createFile(go);
        Map<String, String> environment =
                Map.of("PROVISIONING_HOOKS_DIR", hooks.toString(), "PROVISIONING_HOOKS_TIMEOUT", "PT1M");
        try (ServerProcess process = ServerProcess.start(directory, environment)) {
            Poll.until(LIMIT, () -> assertThat(get(process).text()).contains("slow"));
            Files.delete(go);
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                clients.add(send(process));
            }
            Poll.until(LIMIT, () -> assertThat(unread(process)).isEmpty());

            process.terminate();
            Poll.until(LIMIT, () -> assertThat(isServed(process)).isFalse());
            Files.createFile(go);

            for (Socket client : clients) {
                assertThat(read(client))
                        .as(process.console())
                        .startsWith("HTTP/1.1 200 ")
                        .contains("slow")
                        .endsWith("</config>\n");
            }
        }
    }

    private static Answer get(ServerProcess process) {
        return process.server().raw().get("/provisioning");
    }

    /** Whether a new request is answered other than by 503. */
    private static boolean isServed(ServerProcess process) {
        try {
            Answer answer =
                    process.server().raw().patience(Duration.ofSeconds(1)).get("/api/ping");
            return answer.status() != 503;
        } catch (UncheckedIOException refusedOrClosed) {
            return false;
        }
    }

    private static Socket send(ServerProcess process) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", process.server().port()));
        socket.setSoTimeout(READ_LIMIT_MILLIS);
        socket.getOutputStream()
                .write("GET /provisioning HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(ISO_8859_1));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Returns the server's connections with bytes that it has not read, as Linux lists them. */
    private static List<String> unread(ServerProcess process) {
        String port = ":%04X ".formatted(process.server().port());
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(StopUnderLoadIT::lines)
                .map(line -> line.strip().toUpperCase(Locale.ROOT))
                .filter(line -> line.matches("[0-9]+: [0-9A-F]+" + port + "[0-9A-F:]+ 01 .*"))
                .filter(line -> !line.matches(".* 01 [0-9A-F]{8}:0{8} .*"))
                .toList();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
