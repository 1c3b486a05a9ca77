package org.sipprovisioning.it;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that runs as a child process and serves the WAR that the build made. It is started as an operator starts it, on
 * a free port, in a directory and with an environment that the test chooses.
 *
 * <pre>{@code
 * try (ServerProcess process = ServerProcess.start(directory, Database.another("restart"))) {
 *     process.server().get("/provisioning");
 *     process.restart();
 *     assertThat(process.console()).doesNotContain(password);
 * }
 * }</pre>
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 200;

    private final ApplicationServer kind = ApplicationServer.underTest();
    private final Path directory;
    private final Map<String, String> environment;
    private final Server server = new Server(freePort());
    private Process process;
    private long consoleBefore;

    private ServerProcess(Path directory, Map<String, String> environment) {
        this.directory = directory.toAbsolutePath();
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @param directory the directory that it is started in, and that its console is written to
     * @param environment the PROVISIONING_* variables that the server sees; it sees no others
     * @throws IllegalStateException if the start fails; the message is the console's text
     */
    public static ServerProcess start(Path directory, Map<String, String> environment) {
        ServerProcess started = new ServerProcess(directory, environment);
        started.start();
        return started;
    }

    /** Starts a server with another WAR, to which an operator has added something. */
    public static ServerProcess startWith(Path war, Path directory, Map<String, String> environment) {
        ServerProcess started = new ServerProcess(directory, environment);
        started.kind.serve(war);
        started.start();
        return started;
    }

    /**
     * Starts a server with its own connection pool, which the application is told to use.
     *
     * @param environment the variables as for {@link #start}, and those that the pool needs
     */
    public static ServerProcess startWithPool(Path directory, Map<String, String> environment) {
        ServerProcess started = withPool(directory, environment);
        started.start();
        return started;
    }

    private static ServerProcess withPool(Path directory, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        ServerProcess started = new ServerProcess(directory, settings);
        try {
            Files.createDirectories(directory);
            started.kind.setUp(started.directory);
            settings.put("PROVISIONING_DB_JNDI", started.kind.addPool(started.directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started;
    }

    /**
     * Starts a server that also has a TLS port. It asks clients for their certificates, but does not require them.
     *
     * @param environment the variables as for {@link #start}, TLS_KEYSTORE, TLS_TRUSTSTORE, TLS_PASSWORD, and
     *     JAVA_TOOL_OPTIONS
     */
    public static ServerProcess startWithTls(Path directory, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        ServerProcess started = new ServerProcess(directory, settings);
        settings.put("TLS_HOST", "127.0.0.1");
        settings.put("TLS_PORT", Integer.toString(freePort()));
        try {
            Files.createDirectories(directory);
            started.kind.setUp(started.directory);
            started.kind.addTls(started.directory, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.start();
        return started;
    }

    /** Returns a server that is not yet started. */
    public static ServerProcess prepare(Path directory, Map<String, String> environment) {
        return new ServerProcess(directory, environment);
    }

    /** Starts a server whose start must fail. Returns when its process has ended; the console then says why. */
    public static ServerProcess startInVain(Path directory, Map<String, String> environment) {
        ServerProcess started = new ServerProcess(directory, environment);
        started.startInVain();
        started.awaitEnd();
        return started;
    }

    /** Starts a server with the pool of {@link #startWithPool}, whose start must fail. Returns when its process has ended. */
    public static ServerProcess startWithPoolInVain(Path directory, Map<String, String> environment) {
        ServerProcess started = withPool(directory, environment);
        started.startInVain();
        started.awaitEnd();
        return started;
    }

    /** Starts a server whose start must fail, and which is told to keep running. Returns when the start has failed. */
    public static ServerProcess startInVainAndStay(Path directory, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        ServerProcess started = new ServerProcess(directory, settings);
        started.kind.stayAlive(settings);
        started.startInVain();
        return started;
    }

    /** Starts a server that is prepared, and whose start must fail. Returns when it has failed. */
    public void startInVain() {
        if (launch()) {
            kill();
            throw new IllegalStateException("The server came up:\n" + console());
        }
    }

    /** Returns the status with which the process has ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive() && java().isAlive();
    }

    public Server server() {
        return server;
    }

    /** Returns a URL at {@code localhost}, because a certificate is made out to a name. */
    public URI tlsUri(String path) {
        return URI.create("https://localhost:" + environment.get("TLS_PORT") + path);
    }

    /**
     * Returns the data directory of a server whose environment names none: {@code data} in the server's working
     * directory.
     */
    public Path dataDirectory() {
        return kind.workingDirectory(directory).resolve("data");
    }

    /** Returns everything that the server wrote to its console, in all its starts. */
    public String console() {
        try {
            return Files.readString(consoleFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns everything that the server wrote to its console and to its log files, those of the incidents that Open
     * Liberty reports among them.
     */
    public String logs() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(ServerProcess::isLog).map(ServerProcess::text).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLog(Path file) {
        return Files.isRegularFile(file)
                && (file.toString().matches(".*\\.(log|txt)(\\.\\d+)?")
                        || file.toString().contains("/logs/"));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the server wrote to its console since its last start. */
    public String consoleSinceStart() {
        return console().substring((int) consoleBefore);
    }

    /** Stops the server by SIGTERM and starts it again with the same port, directory and environment. */
    public void restart() {
        close();
        start();
    }

    /** Starts the server again after {@link #kill()} or {@link #close()}. */
    public void start() {
        if (!launch()) {
            kill();
            throw new IllegalStateException("The server did not come up:\n" + consoleSinceStart());
        }
    }

    /** Ends the server by SIGKILL, so that it can clean up nothing. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Sends SIGTERM, and does not wait. */
    public void terminate() {
        java().destroy();
    }

    /** Stops the server by SIGTERM. Returns when it has ended. */
    @Override
    public void close() {
        end(ProcessHandle::destroy);
    }

    private boolean launch() {
        try {
            Files.createDirectories(directory.resolve("tmp"));
            consoleBefore = Files.exists(consoleFile()) ? console().length() : 0;
            process = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cameUp();
    }

    private ProcessBuilder builder() throws IOException {
        kind.setUp(directory);
        ProcessBuilder builder = kind.process(directory, server.port());
        builder.environment().keySet().removeIf(name -> name.startsWith("PROVISIONING_"));
        builder.environment().putAll(environment);
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleFile().toFile()));
    }

    private boolean cameUp() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            boolean ended = !process.isAlive() || kind.startEnded(consoleSinceStart());
            if (answers()) {
                return true;
            }
            if (ended) {
                return false;
            }
            sleep();
        }
        kill();
        throw new IllegalStateException("No end of the start within " + PATIENCE + ":\n" + consoleSinceStart());
    }

    /**
     * Whether the WAR is deployed: the 404 of an unknown path then has the application's body, and before that the
     * server's own.
     */
    private boolean answers() {
        try {
            HttpResponse<String> response = server.get("/error");
            return response.body().startsWith("{\"message\"");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Path consoleFile() {
        return directory.resolve("console.txt");
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end(Consumer<ProcessHandle> signal) {
        if (process == null) {
            return;
        }
        signal.accept(java());
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), SECONDS)) {
                java().destroyForcibly();
                throw new IllegalStateException("The server did not end within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the server's own process: the one that was started or, if that is a script, the one below it. */
    private ProcessHandle java() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(candidate -> candidate.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    /**
     * Returns a free port below the range that Linux uses for outgoing connections, so that it is still free after a
     * restart.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}
