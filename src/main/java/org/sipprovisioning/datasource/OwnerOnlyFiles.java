package org.sipprovisioning.datasource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files on disk, each of which is created for its owner only (0600), whatever the umask is. H2 itself creates them with the permissions
 * that the umask leaves, and has no setting for them. In a URL, the scheme {@code owneronly:} selects these files.
 *
 * <p>It is public, with a public constructor, because H2 creates an instance for each path.
 */
public final class OwnerOnlyFiles extends FilePathWrapper {
    private static final String SCHEME = "owneronly";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Makes the scheme known to H2. */
    static void register() {
        FilePath.register(new OwnerOnlyFiles());
    }

    /** Returns the prefix of a file's path in a URL: the scheme, or the usual one on a system without POSIX permissions. */
    static String prefix() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? SCHEME + ":" : "file:";
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean createFile() {
        return create();
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            create();
        }
        return super.open(mode);
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        create();
        return super.newOutputStream(append);
    }

    /** Reports whether it has created the file. If it cannot, H2 opens the file that exists, or meets the same fault and reports it. */
    private boolean create() {
        try {
            Path file = Path.of(getBase().name);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
