package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.sipprovisioning.it.MariaDb;

/** Databases of one MariaDB. */
final class MariaDbStore implements Store {
    private final MariaDb server = MariaDb.startNew("upgrade");
    private final Path backup;

    MariaDbStore(Path directory) {
        backup = directory.resolve("backup.sql");
    }

    @Override
    public void create(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database(name));
        }
    }

    @Override
    public Map<String, String> environment(String name) {
        return Map.of(
                "PROVISIONING_DB_URL",
                server.address(database(name)),
                "PROVISIONING_DB_USER",
                "provisioning",
                "PROVISIONING_DB_PASSWORD",
                "topsecret");
    }

    @Override
    public void backUp(String name) throws IOException {
        run(server.program("mariadb-dump", "--single-transaction", database(name))
                .redirectOutput(backup.toFile()));
    }

    @Override
    public void restore(String name) throws SQLException, IOException {
        create(name);
        run(server.program("mariadb", database(name)).redirectInput(backup.toFile()));
    }

    private static void run(ProcessBuilder command) throws IOException {
        try {
            assertThat(command.redirectError(Redirect.INHERIT).start().waitFor())
                    .as("The exit status of %s", command.command())
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String numbers(int last) {
        return "(SELECT seq AS n FROM seq_1_to_" + last + ") numbers";
    }

    @Override
    public String hash(String algorithm, String text) {
        return algorithm.equals("MD5") ? "MD5(" + text + ")" : "SHA2(" + text + ", 256)";
    }

    @Override
    public void close() {
        server.stop();
    }

    private static String database(String name) {
        return "provisioning_" + name;
    }
}
