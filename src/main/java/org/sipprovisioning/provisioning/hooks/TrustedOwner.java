package org.sipprovisioning.provisioning.hooks;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Checks that a file that becomes part of this server belongs to the server's user or to root, and that no other user may write the file or
 * its directory. On a file system without such owners and permissions nothing is checked.
 *
 * @param server the server's user
 */
record TrustedOwner(UserPrincipal server) {
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** @param own a file or directory that this server has made */
    static TrustedOwner asMakerOf(Path own) throws IOException {
        return new TrustedOwner(Files.getOwner(own));
    }

    /**
     * Checks a file or directory; of a link, its target.
     *
     * @throws FileSystemException with the reason, if another user could change it
     */
    void require(Path file) throws IOException {
        Path real = file.toRealPath();
        if (Files.getFileStore(real).supportsFileAttributeView("posix")) {
            requireOne(real);
            if (!Files.isDirectory(real)) {
                requireOne(real.getParent());
            }
        }
    }

    private void requireOne(Path file) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
            throw refusal(file, "may be written by others than its owner: chmod go-w");
        }
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        if (!root && !attributes.owner().equals(server)) {
            throw refusal(file, "belongs neither to this server's user nor to root");
        }
    }

    private static FileSystemException refusal(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }
}
