package org.sipprovisioning.datasource;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The directory of the embedded database. Other users must not read it, because an ha1 is as good as its password. */
final class DataDirectory {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private DataDirectory() {}

    /**
     * Creates the directory and its missing parents for their owner only. Does not change an existing directory.
     *
     * @throws IllegalArgumentException if it cannot be created
     */
    static void make(Path directory) {
        try {
            if (Files.exists(directory)) {
                return;
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                Files.setPosixFilePermissions(directory, OWNER_ONLY);
            } else {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The data directory " + directory + " cannot be made: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}
