package org.sipprovisioning.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The permissions of files and directories that only the server's user may use: 0600 and 0700. On a file system without POSIX permissions
 * nothing is set, and nothing is too wide.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Creates a directory and its missing parents. Does not change a directory that exists. */
    public static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(DIRECTORY));
            narrow(directory);
        }
    }

    /** Creates an empty file. */
    public static void createFile(Path file) throws IOException {
        Files.createFile(file, attributes(FILE));
        narrow(file);
    }

    /**
     * Takes the permissions of the group and of others away. Does nothing to a link or to another special file: another user may have put a
     * link there, to a file that is not the server's.
     *
     * @throws IOException if the server's user may not do it
     */
    public static void narrow(Path path) throws IOException {
        boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && (directory || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))) {
            view.setPermissions(directory ? DIRECTORY : FILE);
        }
    }

    /** Whether the group or others may read, write or search the file or directory; of a link, its target. */
    public static boolean isTooWide(Path path) throws IOException {
        return permitsAny(path, "---rwxrwx");
    }

    /** Whether each user of the machine may write it; of a link, its target. */
    public static boolean isWrittenByAll(Path path) throws IOException {
        return permitsAny(path, "-------w-");
    }

    private static boolean permitsAny(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            return view != null
                    && view.readAttributes().permissions().stream()
                            .anyMatch(PosixFilePermissions.fromString(permissions)::contains);
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
