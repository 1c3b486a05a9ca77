package org.sipprovisioning.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Databases in files. Another process can use one while the server runs, as {@code AUTO_SERVER} allows. */
record H2Store(Path directory) implements Store {
    private static final String FILE = "provisioning.mv.db";

    @Override
    public void create(String name) throws IOException {
        Files.createDirectories(directory.resolve(name));
    }

    @Override
    public Map<String, String> environment(String name) {
        return Map.of(
                "PROVISIONING_DB_URL",
                "jdbc:h2:file:" + directory.resolve(name).resolve("provisioning") + ";AUTO_SERVER=TRUE",
                "PROVISIONING_DB_USER",
                "provisioning",
                "PROVISIONING_DB_PASSWORD",
                "topsecret");
    }

    @Override
    public void backUp(String name) throws IOException {
        Files.copy(directory.resolve(name).resolve(FILE), directory.resolve("backup"));
    }

    @Override
    public void restore(String name) throws IOException {
        create(name);
        Files.copy(directory.resolve("backup"), directory.resolve(name).resolve(FILE));
    }

    @Override
    public String numbers(int last) {
        return "(SELECT x AS n FROM SYSTEM_RANGE(1, " + last + ")) numbers";
    }

    @Override
    public String hash(String algorithm, String text) {
        return "LOWER(RAWTOHEX(HASH('" + algorithm + "', STRINGTOUTF8(" + text + "))))";
    }

    @Override
    public void close() {
        // There is no server to stop.
    }
}
