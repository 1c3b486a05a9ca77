package org.sipprovisioning.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sipprovisioning.settings.OwnerOnly;

/**
 * The files that this server writes and keeps: those of the embedded database and those with the first admin's key. Their directory is the
 * server's own if it holds nothing else. Otherwise it is the operator's, and its permissions are left as they are.
 */
final class OwnFiles {
    private static final Logger LOG = Logger.getLogger(OwnFiles.class.getName());
    private static final String KEY_FILE = "admin-api-key";

    private final Set<Path> directories = new TreeSet<>();
    private final Optional<String> database;

    /** @param database path of the embedded database, without the ends of its files' names */
    OwnFiles(Path dataDirectory, Optional<Path> database) {
        directories.add(dataDirectory.toAbsolutePath().normalize());
        database.ifPresent(
                file -> directories.add(file.toAbsolutePath().normalize().getParent()));
        this.database = database.map(file -> file.getFileName() + ".");
    }

    /** Takes the permissions of all other users away. */
    void narrow() throws IOException {
        for (Path path : own()) {
            if (OwnerOnly.isTooWide(path)) {
                narrow(path);
            }
        }
    }

    private static void narrow(Path path) {
        try {
            OwnerOnly.narrow(path);
            LOG.info(() -> "No other user may use " + path + " any more");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The permissions of {0} cannot be narrowed: {1}", new Object[] {path, e});
        }
    }

    /** Returns a sentence for each file and directory that the operator should protect from other users. */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path path : own()) {
            if (OwnerOnly.isTooWide(path)) {
                problems.add(path + " may be used by other users: chmod go-rwx");
            }
        }
        for (Path directory : directories) {
            if (OwnerOnly.isWrittenByAll(directory)) {
                problems.add(directory + " may be written by all users: chmod o-w");
            }
        }
        return problems;
    }

    private Set<Path> own() throws IOException {
        Set<Path> own = new TreeSet<>();
        for (Path directory : directories) {
            List<Path> found = Files.isDirectory(directory) ? list(directory) : List.of();
            found.stream().filter(this::isOwn).forEach(own::add);
            if (!found.isEmpty() && own.containsAll(found)) {
                own.add(directory.toRealPath());
            }
        }
        return own;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        }
    }

    private boolean isOwn(Path file) {
        String name = file.getFileName().toString();
        boolean ofDatabase = database.filter(name::startsWith).isPresent() && name.contains(".db");
        return ofDatabase || name.equals(KEY_FILE) || name.startsWith(KEY_FILE + ".");
    }
}
