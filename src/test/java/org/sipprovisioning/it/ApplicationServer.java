package org.sipprovisioning.it;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server that the product runs on, set up and started as the README and docs/operations.md tell an operator to do it.
 * The build has put it below {@code target/server}. The system property {@code it.server} names the server under test.
 */
abstract class ApplicationServer {
    /** The WAR as the build made it. */
    static final Path WAR = Path.of("target/provisioning.war").toAbsolutePath();

    private Path war = WAR;
    private boolean forSpeed;

    static ApplicationServer underTest() {
        String name = System.getProperty("it.server");
        return switch (name) {
            case "payara" -> new PayaraMicro();
            case "wildfly" -> new WildFly();
            case "openliberty" -> new OpenLiberty();
            default -> throw new IllegalStateException("No such server: " + name);
        };
    }

    /** Serves this WAR in place of the WAR that the build made. */
    final void serve(Path anotherWar) {
        war = anotherWar.toAbsolutePath();
    }

    final Path war() {
        return war;
    }

    /** Starts the server with all JIT compilers, for a measurement. */
    final void runForSpeed() {
        forSpeed = true;
    }

    final boolean runsForSpeed() {
        return forSpeed;
    }

    /** Copies the WAR and the server's other files into a directory, which may hold files of a former start. */
    abstract void setUp(Path directory) throws IOException;

    /**
     * Adds the server's own connection pool that docs/operations.md shows. The pool connects to {@code POOL_URL}.
     *
     * @return the pool's JNDI name
     */
    abstract String addPool(Path directory) throws IOException;

    /** Adds TLS as docs/operations.md shows it, with the TLS_* variables of the environment. */
    abstract void addTls(Path directory, Map<String, String> environment) throws IOException;

    /** Returns the working directory of a server that was started in {@code directory}: relative paths begin there. */
    Path workingDirectory(Path directory) {
        return directory;
    }

    /**
     * Returns the command that starts the server in the foreground at 127.0.0.1. The caller sets its working directory
     * and output.
     */
    abstract ProcessBuilder process(Path directory, int port);

    /** Whether the console says that the start has ended, with the WAR deployed or not. */
    abstract boolean startEnded(String console);

    static Path mariaDbDriver() {
        return Path.of(org.mariadb.jdbc.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    /**
     * Returns options that let an embedded H2 in server mode listen at 127.0.0.1 only and, unless the speed is measured,
     * that use the first JIT compiler only, which makes the start faster.
     */
    final List<String> javaOptions(Path directory) {
        Stream<String> always = Stream.of("-Dh2.bindAddress=127.0.0.1", "-Djava.io.tmpdir=" + directory.resolve("tmp"));
        return (forSpeed ? always : Stream.concat(Stream.of("-XX:TieredStopAtLevel=1"), always)).toList();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static Path installed(String path) {
        return Path.of("target/server").toAbsolutePath().resolve(path);
    }

    static Path configuration(String path) {
        return Path.of("src/main/servers").toAbsolutePath().resolve(path);
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(found)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) throws IOException {
                Files.copy(found, to.resolve(from.relativize(found)), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
