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
 * The file with the first admin's key. Only its owner can read it. The key is written to a file beside it before the database knows the
 * key, and that file is renamed afterwards: a failed start leaves neither a key without a file nor a file without a key.
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

    /**
     * Writes the key to the file beside.
     *
     * @throws UncheckedIOException if that is not possible
     */
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

    /**
     * Renames the file beside.
     *
     * @throws UncheckedIOException if that is not possible
     */
    void publish() {
        try {
            Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first admin's key is in " + aside + " and cannot be moved to " + path, e);
        }
    }

    /**
     * Deletes the file beside, because the database does not know the key: another node has set it up, with a key of its own.
     *
     * @throws UncheckedIOException if that is not possible
     */
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
