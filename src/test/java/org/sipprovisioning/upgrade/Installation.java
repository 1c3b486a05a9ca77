package org.sipprovisioning.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.ServerProcess;

/**
 * An installation of the old version that is to be upgraded: Payara Micro, stopped, and a database with a backup.
 *
 * @param sample what clients know
 * @param answers what clients saw
 * @param contents what the database held in the end
 * @param version the version of its schema
 */
record Installation(
        Path directory,
        Store store,
        ServerProcess server,
        Sample sample,
        Answers answers,
        Contents contents,
        int version)
        implements AutoCloseable {
    static final String ORIGINAL = "original";

    static Installation make(Path directory) throws SQLException, IOException {
        Store store = Store.ofThisRun(directory);
        store.create(ORIGINAL);
        ServerProcess server = prepare(store, directory, "payara", Version.old(), ORIGINAL);
        server.start();
        Sample sample;
        Answers answers;
        try (Connection connection = store.connect(ORIGINAL)) {
            sample = Sample.make(server.server(), connection);
            Filling.prepare(Api.withKey(server.server(), Sample.SUPER_ADMINS_KEY));
            Filling.fill(store, connection);
            answers = Answers.of(server.server(), sample);
        } finally {
            server.stop();
        }
        Contents contents;
        int version;
        try (Connection connection = store.connect(ORIGINAL)) {
            contents = Contents.of(connection);
            version = Contents.version(connection);
        }
        store.backUp(ORIGINAL);
        return new Installation(directory, store, server, sample, answers, contents, version);
    }

    /** Prepares a server with a further database, which is restored from the backup. */
    ServerProcess restored(String kind, Path version, String database) throws SQLException, IOException {
        store.restore(database);
        return node(kind, version, database);
    }

    /** Prepares a server with a database that was restored before. */
    ServerProcess node(String kind, Path version, String database) throws IOException {
        return prepare(store, directory, kind, version, database);
    }

    private static ServerProcess prepare(Store store, Path directory, String kind, Path version, String database)
            throws IOException {
        Path own = Files.createTempDirectory(directory, kind);
        Map<String, String> environment = new HashMap<>(store.environment(database));
        environment.put("PROVISIONING_ADMIN_API_KEY", Sample.SUPER_ADMINS_KEY);
        environment.put("PROVISIONING_DATA_DIR", own.resolve("data").toString());
        return ServerProcess.prepare(kind, version, own, environment);
    }

    /** Whether the database has a later schema than the old version. */
    boolean hasLaterSchema(String database) throws SQLException {
        try (Connection connection = store.connect(database)) {
            return Contents.version(connection) > version;
        }
    }

    /** Asserts that a database still has every row. */
    void assertContentsKept(String database) throws SQLException {
        try (Connection connection = store.connect(database)) {
            contents.assertKept(connection);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
