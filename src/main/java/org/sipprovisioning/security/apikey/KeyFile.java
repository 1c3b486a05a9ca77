package org.sipprovisioning.security.apikey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.sipprovisioning.account.Secret;

/**
 * Where the first admin's key is written, for its owner's eyes only. Written aside before the database knows the key, and put in its
 * place afterwards: a start that fails leaves neither a key without a file nor a file without a key.
 */
final class KeyFile {
    private final Path path;
    private final Path aside;

    KeyFile(Path directory) {
        this.path = directory.toAbsolutePath().normalize().resolve("admin-api-key");
        this.aside = path.resolveSibling("admin-api-key.new");
    }

    Path path() {
        return path;
    }

    void prepare(Secret key) {
        try {
            Files.createDirectories(path.getParent(), ownerOnly("rwx------"));
            Files.deleteIfExists(aside);
            Files.createFile(aside, ownerOnly("rw-------"));
            Files.writeString(aside, key.value() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the first admin's key to " + path
                            + ": make the directory writable, or set provisioning.data-dir or provisioning.admin.api-key",
                    e);
        }
    }

    void publish() {
        try {
            Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first admin's key is in " + aside + " and cannot be moved to " + path, e);
        }
    }

    /** Another node has set up the database, with its own key. */
    void discard() {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw new UncheckedIOException(aside + " holds a key that is not valid, and cannot be deleted", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
