package org.sipprovisioning.datasource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The settings of the database: a system property, else an environment variable, else the H2 file in the data directory. */
record DatabaseSettings(DatabaseUrl url, String user, String password, int poolSize, Optional<String> jndi) {
    /** At 1 ms per transaction, ten connections carry 10,000 transactions per second: more than the cores of one node can request. */
    private static final String POOL_SIZE = "10";

    private static final int MAX_POOL_SIZE = 1000;

    /** @throws IllegalArgumentException if a setting is invalid */
    static DatabaseSettings read() {
        return read(name -> System.getProperty(name, System.getenv(environmentName(name))));
    }

    static DatabaseSettings read(UnaryOperator<String> source) {
        UnaryOperator<String> set = name ->
                Optional.ofNullable(source.apply(name)).map(String::strip).orElse("");
        DatabaseUrl url = url(set);
        String user = set.apply("provisioning.db.user");
        return new DatabaseSettings(
                url,
                user.isEmpty() ? url.defaultUser() : user,
                // Not stripped: a space may be part of the password.
                Optional.ofNullable(source.apply("provisioning.db.password")).orElse(""),
                poolSize(orDefault(set.apply("provisioning.db.pool-size"), POOL_SIZE)),
                Optional.of(set.apply("provisioning.db.jndi")).filter(name -> !name.isEmpty()));
    }

    private static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static DatabaseUrl url(UnaryOperator<String> set) {
        String url = set.apply("provisioning.db.url");
        if (!url.isEmpty()) {
            return new DatabaseUrl(url);
        }
        // H2 refuses a relative path, unless it begins with ./ for the working directory.
        Path directory = Path.of(orDefault(set.apply("provisioning.data-dir"), "data"))
                .toAbsolutePath()
                .normalize();
        return new DatabaseUrl("jdbc:h2:file:" + directory.resolve("provisioning"));
    }

    private static int poolSize(String text) {
        if (text.matches("[0-9]{1,4}")) {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= MAX_POOL_SIZE) {
                return size;
            }
        }
        throw new IllegalArgumentException(
                "PROVISIONING_DB_POOL_SIZE must be a number from 1 to " + MAX_POOL_SIZE + ", not " + text);
    }

    private static String orDefault(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    /** Replaces the record's own form, which would show the password. */
    @Override
    public String toString() {
        return jndi.map(name -> "the pool " + name).orElseGet(url::toString);
    }
}
