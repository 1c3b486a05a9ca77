package org.sipprovisioning.linphone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.space.DigestAlgorithm;

/**
 * Debian's Kamailio with the configuration file that operators copy. It is the registrar of the suite's accounts, with
 * UDP and TCP at 127.0.0.1. It reads the view {@code subscriber} as a database user who may read nothing else, and asks
 * the phones of all spaces for one algorithm.
 */
final class Kamailio implements AutoCloseable {
    private static final Path CONFIGURATION =
            Path.of("examples/kamailio/kamailio.cfg").toAbsolutePath();
    private static final String PASSWORD = "another1one";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 200;

    private final int port = ServerProcess.freePort();
    private final Path directory = Path.of("target/it/kamailio-" + port).toAbsolutePath();
    private final Process process;

    private Kamailio(DigestAlgorithm algorithm) {
        try {
            Files.createDirectories(directory);
            process = builder(algorithm).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Starts Kamailio and returns when it answers. The suite's server must have created the view before.
     *
     * @throws IllegalStateException if the start fails; the message is the console's text
     */
    static Kamailio start(DigestAlgorithm algorithm) {
        Kamailio started = new Kamailio(algorithm);
        if (!started.cameUp()) {
            started.close();
            throw new IllegalStateException("Kamailio did not come up:\n" + started.console());
        }
        return started;
    }

    /** Returns the port of both UDP and TCP. */
    int port() {
        return port;
    }

    String console() {
        try {
            return Files.readString(consoleFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops Kamailio by SIGTERM, and by SIGKILL if a child hangs at its end: Kamailio 5.6 would wait a minute for it.
     */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(END.toSeconds(), SECONDS)) {
                process.destroyForcibly();
                children.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(DigestAlgorithm algorithm) {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/kamailio", "-DD", "-E"));
        command.addAll(List.of("-f", CONFIGURATION.toString(), "-w", directory.toString(), "-Y", directory.toString()));
        command.addAll(List.of("-A", "LISTEN_PORT=" + port));
        if (algorithm == DigestAlgorithm.MD5) {
            command.addAll(List.of("-A", "WITH_MD5"));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KAMAILIO_DB_URL", grantedUrl());
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(consoleFile().toFile());
    }

    /**
     * Creates the database user as {@code docs/operations.md} says in the section "SIP servers". Returns Kamailio's
     * database URL.
     */
    private static String grantedUrl() {
        try (Connection suite = Database.connect();
                Statement statement = suite.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS 'kamailio'@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "'");
            statement.execute("GRANT SELECT ON subscriber TO 'kamailio'@'127.0.0.1'");
            DatabaseMetaData database = suite.getMetaData();
            Proofs.with("MariaDB", database.getDatabaseMajorVersion() + "." + database.getDatabaseMinorVersion());
            URI url = URI.create(database.getURL().substring("jdbc:".length()));
            return "mysql://kamailio:" + PASSWORD + "@" + url.getAuthority() + url.getPath();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean cameUp() {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(POLL_MILLIS);
            while (process.isAlive() && Instant.now().isBefore(deadline)) {
                if (answers(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(DatagramSocket socket) throws IOException {
        byte[] options = options(socket.getLocalPort()).getBytes(US_ASCII);
        InetSocketAddress kamailio = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        socket.send(new DatagramPacket(options, options.length, kamailio));
        DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
        try {
            socket.receive(answer);
        } catch (SocketTimeoutException none) {
            return false;
        }
        String text = new String(answer.getData(), 0, answer.getLength(), US_ASCII);
        Proofs.with("Kamailio", text.replaceFirst("(?s).*\nServer: kamailio \\((\\S+) .*", "$1"));
        return text.startsWith("SIP/2.0 200 ");
    }

    private static String options(int from) {
        return """
                OPTIONS sip:127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:%1$d;branch=z9hG4bK-%2$s
                Max-Forwards: 1
                From: <sip:test@127.0.0.1>;tag=test
                To: <sip:127.0.0.1>
                Call-ID: %2$s
                CSeq: 1 OPTIONS
                Content-Length: 0

                """.formatted(from, "ping-" + from).replace("\n", "\r\n");
    }

    private Path consoleFile() {
        return directory.resolve("console.txt");
    }
}
