package org.sipprovisioning.datasource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The embedded database's directory. An ha1 is as good as its password, so others may not look into it. */
final class DataDirectory {

    private DataDirectory() {}

    /** Makes it for its owner only; one that is there stays as it is. */
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
