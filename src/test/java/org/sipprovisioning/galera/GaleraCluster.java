package org.sipprovisioning.galera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.Poll;

/**
 * Two MariaDB nodes and an arbitrator. They run from the first test that needs them to the end of the process. The data is in a
 * directory of its own below {@code java.io.tmpdir}, which is deleted at the end, because user {@code mysql} may not be able to read
 * the build directory.
 */
public final class GaleraCluster {
    static final String NAME = "provisioning-test";
    /** The user of the application. */
    static final String USER = "provisioning";

    /** What docs/operations.md grants. */
    private static final String RIGHTS =
            "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES, CREATE VIEW";

    /** The user of the tests, with all rights. */
    static final String TESTER = "tester";

    /** The password of both. */
    static final String PASSWORD = "password-of-the-cluster";

    static final String LOG_SIZE = "innodb-log-file-size=16M";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The logs of the members, and the directories of the application servers. */
    static final Path DIRECTORY = Path.of("target/it/galera").toAbsolutePath();

    /** Starts the cluster at the first use. If that fails, each further use fails at once. */
    private static final class Running {
        private static final GaleraCluster CLUSTER = new GaleraCluster();
    }

    private final Path directory;
    private final DatabaseNode first;
    private final DatabaseNode second;
    private final Arbitrator arbitrator;

    private GaleraCluster() {
        try {
            Database.clear(DIRECTORY);
            directory = Files.createTempDirectory("galera");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            first = new DatabaseNode(Files.createDirectory(directory.resolve("first")), DIRECTORY.resolve("first.txt"));
            second = new DatabaseNode(
                    Files.createDirectory(directory.resolve("second")), DIRECTORY.resolve("second.txt"));
            arbitrator = new Arbitrator(DIRECTORY.resolve("arbitrator.txt"));
            Runtime.getRuntime().addShutdownHook(new Thread(this::end));
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static GaleraCluster get() {
        return Running.CLUSTER;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    public DatabaseNode first() {
        return first;
    }

    public DatabaseNode second() {
        return second;
    }

    Arbitrator arbitrator() {
        return arbitrator;
    }

    /** Returns how many transactions the cluster has refused, or ended, because of one at the other node. */
    long conflicts() {
        return Stream.of(first, second)
                .flatMap(node -> Stream.of("wsrep_local_cert_failures", "wsrep_local_bf_aborts")
                        .map(node::status))
                .mapToLong(Long::parseLong)
                .sum();
    }

    void startArbitrator() {
        arbitrator.start(first.groupAddress(), second.groupAddress());
        Poll.until(
                PATIENCE, () -> assertThat(first.status("wsrep_cluster_size")).isEqualTo("3"));
    }

    private void start() throws IOException {
        List<String> install = new ArrayList<>(List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--skip-test-db",
                "--datadir=" + first.data(),
                "--extra-file="
                        + Files.writeString(
                                directory.resolve("users.sql"), """
                        FLUSH PRIVILEGES;
                        CREATE DATABASE provisioning;
                        CREATE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%3$s', '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                        GRANT %4$s ON provisioning.* TO '%1$s'@'127.0.0.1';
                        GRANT %4$s ON `schema%%`.* TO '%1$s'@'127.0.0.1';
                        GRANT ALL ON *.* TO '%2$s'@'127.0.0.1';
                        """.formatted(USER, TESTER, PASSWORD, RIGHTS)),
                "--" + LOG_SIZE));
        run(install);
        Files.createDirectory(second.data());
        if (isRoot()) {
            run(List.of("chown", "-R", "mysql", directory.toString()));
        }
        first.start();
        second.start(first.groupAddress());
        startArbitrator();
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }

    private void end() {
        arbitrator.kill();
        second.kill();
        first.kill();
        Database.delete(directory);
    }
}
