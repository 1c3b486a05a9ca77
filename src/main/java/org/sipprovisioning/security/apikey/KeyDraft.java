package org.sipprovisioning.security.apikey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.settings.OwnerOnly;

/**
 * A key beside the key file, in a file with a name of its own. Only its owner can read it. The node that has written it holds a lock on it
 * until it is published or discarded, or the node ends: a draft that can be locked belongs to no node that is starting.
 */
final class KeyDraft {
    private static final String END = ".new";
    private static final int MAX_BYTES = 200;

    private final Path file;
    private final FileChannel channel;

    private KeyDraft(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Whether a file beside the key file is a draft, by its name. */
    static boolean isOne(Path file, Path keyFile) {
        String name = file.getFileName().toString();
        return name.startsWith(keyFile.getFileName() + ".") && name.endsWith(END);
    }

    /** Writes a draft. It is on disk when this method returns. */
    static KeyDraft write(Path keyFile, Secret key) throws IOException {
        Path file = keyFile.resolveSibling(keyFile.getFileName() + "." + UUID.randomUUID() + END);
        OwnerOnly.createFile(file);
        KeyDraft draft = new KeyDraft(file, open(file));
        // Empty until it is locked: others leave an empty draft alone.
        draft.tryLock();
        draft.channel.write(ByteBuffer.wrap((key.value() + "\n").getBytes(UTF_8)));
        draft.channel.force(true);
        return draft;
    }

    /** Takes a draft over that a node has left. Returns empty if a node is still starting with it, or if it is no draft. */
    static Optional<KeyDraft> takeOver(Path file) throws IOException {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > 0) {
                KeyDraft draft = new KeyDraft(file, open(file));
                if (draft.tryLock()) {
                    return Optional.of(draft);
                }
                draft.close();
            }
            return Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns false also on a file system without locks. There no draft can be taken over. */
    private boolean tryLock() {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    Path file() {
        return file;
    }

    Secret key() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        channel.read(bytes, 0);
        return new Secret(new String(bytes.array(), 0, bytes.position(), UTF_8).strip());
    }

    /** Makes it the key file, in one step. Returns false if another node has published or deleted it. */
    boolean publish(Path keyFile) throws IOException {
        close();
        try {
            Files.move(file, keyFile, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    void discard() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    /** Leaves the file to the next start of a node. */
    void close() throws IOException {
        channel.close();
    }
}
