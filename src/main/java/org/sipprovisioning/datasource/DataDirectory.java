package org.sipprovisioning.datasource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory of the embedded database. Other users must not read it, because an ha1 is as good as its password. */
final class DataDirectory {

    private DataDirectory() {}

    /**
     * Creates the directory for its owner only. Does not change an existing directory.
     *
     * @throws IllegalArgumentException if it cannot be created
     */
    static void make(Path directory) {
        try {
            if (Files.exists(directory)) {
                return;
            }
            Files.createDirectories(directory);
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The data directory " + directory + " cannot be made: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}
