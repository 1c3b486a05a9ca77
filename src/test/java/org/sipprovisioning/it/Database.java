package org.sipprovisioning.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The database under test. It is empty when the suite begins. Tests can connect to it by JDBC while the server uses it.
 */
public final class Database {

    /** The kinds of database that the suite runs on. */
    public enum Kind {
        H2,
        MARIADB
    }

    private static final Path DIRECTORY = Path.of(System.getProperty("it.directory"));
    private static final String URL = System.getenv("PROVISIONING_DB_URL");
    private static final String USER = System.getenv("PROVISIONING_DB_USER");
    private static final String PASSWORD = System.getenv("PROVISIONING_DB_PASSWORD");

    private static MariaDb mariaDb;

    private Database() {}

    public static Kind kind() {
        return Kind.valueOf(System.getProperty("it.database"));
    }

    /** Opens a connection to the database of the suite's server. The caller closes it. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(URL, USER, PASSWORD);
    }

    /** Stops MariaDB as an administrator does. H2 lives inside the server and cannot be stopped. */
    public static void stop() {
        mariaDb().stop();
    }

    /** Starts MariaDB again, with the same port and data. Returns when it accepts connections. */
    public static void start() {
        mariaDb().start();
    }

    /**
     * Returns the variables PROVISIONING_DB_* of a further, empty database of the same kind, for a {@link
     * ServerProcess}.
     */
    public static Map<String, String> another(String name) {
        String url = URL.replaceFirst("/provisioning(;|\\?|$)", "/provisioning_" + name + "$1");
        if (kind() == Kind.MARIADB) {
            execute("DROP DATABASE IF EXISTS provisioning_" + name, "CREATE DATABASE provisioning_" + name);
        }
        return Map.of("PROVISIONING_DB_URL", url, "PROVISIONING_DB_USER", USER, "PROVISIONING_DB_PASSWORD", PASSWORD);
    }

    /** Deletes the files of a former run, and starts MariaDB if the suite runs on it. */
    static void prepare() {
        clear(DIRECTORY);
        if (kind() == Kind.MARIADB) {
            mariaDb = new MariaDb(DIRECTORY, Integer.getInteger("it.mariadb.port"), USER, PASSWORD);
            mariaDb.start();
        }
    }

    /** Makes an empty directory, in place of one that is there. */
    public static void clear(Path directory) {
        delete(directory);
        create(directory);
    }

    private static MariaDb mariaDb() {
        if (mariaDb == null) {
            throw new IllegalStateException("Only MariaDB can be stopped and started: the suite runs on " + kind());
        }
        return mariaDb;
    }

    private static void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a directory with all that is in it, if it is there. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
