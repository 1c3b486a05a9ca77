package org.sipprovisioning.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The path of the embedded database, without the ends of its files' names. The data source reads these settings itself, and by code of its
 * own: on Open Liberty it is loaded without the rest of the application.
 */
public final class DatabaseFile {
    private static final String NAME = "provisioning";

    /** A path on disk. H2 needs no {@code file:} before one. */
    private static final Pattern ON_DISK =
            Pattern.compile("jdbc:h2:(?:file:|(?=[~./\\\\]|[A-Za-z]:[/\\\\]))(?<path>[^;]*).*");

    private DatabaseFile() {}

    /** Returns the path; empty if the database is a server's, in memory, or behind an operator's pool. */
    public static Optional<Path> of(Config config, Path dataDirectory) {
        if (setting(config, "jndi").isPresent()) {
            return Optional.empty();
        }
        Optional<String> url = setting(config, "url");
        return url.isEmpty() ? Optional.of(dataDirectory.resolve(NAME)) : onDisk(url.get());
    }

    private static Optional<Path> onDisk(String url) {
        String home = Matcher.quoteReplacement(System.getProperty("user.home"));
        return Optional.of(ON_DISK.matcher(url))
                .filter(Matcher::matches)
                .map(file -> Path.of(file.group("path").replaceFirst("^~(?=[/\\\\])", home)));
    }

    private static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue("provisioning.db." + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
