package org.sipprovisioning.security.apikey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.settings.OwnerOnly;

/**
 * The file with the first admin's key. Only its owner can read it. The key is written to a draft beside it before the database knows the
 * key, and the draft becomes the file afterwards: a failed start leaves neither a key without a file nor a file without a key. Several nodes
 * may start with one directory: each has a draft of its own, and changes no draft of a node that is starting.
 */
final class KeyFile {
    private static final Logger LOG = Logger.getLogger(KeyFile.class.getName());

    private final Path path;
    private KeyDraft draft;
    private Secret key;

    KeyFile(Path directory) {
        this.path = directory.toAbsolutePath().normalize().resolve("admin-api-key");
    }

    Path path() {
        return path;
    }

    /**
     * Writes the key to a draft.
     *
     * @throws UncheckedIOException if that is not possible
     */
    void prepare(Secret newKey) {
        key = newKey;
        try {
            OwnerOnly.createDirectories(path.getParent());
            draft = KeyDraft.write(path, newKey);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the first admin's key to " + path
                            + ": make the directory writable, or set provisioning.data-dir or provisioning.admin.api-key",
                    e);
        }
    }

    /**
     * Replaces the file by the draft.
     *
     * @throws UncheckedIOException if that is not possible
     */
    void publish() {
        try {
            if (!draft.publish(path) && !holdsKey()) {
                draft = KeyDraft.write(path, key);
                draft.publish(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first admin's key is in " + draft.file() + " and cannot be moved to " + path, e);
        }
    }

    /**
     * Deletes the draft, because the database does not know the key: another node has set it up, with a key of its own.
     *
     * @throws UncheckedIOException if that is not possible
     */
    void discard() {
        try {
            draft.discard();
        } catch (IOException e) {
            throw new UncheckedIOException(draft.file() + " holds a key that is not valid, and cannot be deleted", e);
        }
    }

    /**
     * Leaves the draft to the next start, because it is unknown whether the database has stored the key.
     *
     * @throws UncheckedIOException if that is not possible
     */
    void leave() {
        try {
            draft.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another node publishes the draft of this one, if it looks at it at the moment when this node has stored the key. */
    private boolean holdsKey() throws IOException {
        return Files.exists(path) && Files.readString(path).strip().equals(key.value());
    }

    /**
     * Settles the drafts that ended nodes have left: publishes one whose key the database knows, and deletes the others.
     *
     * @param isKnown whether the database knows a key
     */
    void settle(Predicate<Secret> isKnown) {
        try {
            for (Path found : drafts()) {
                settle(found, isKnown);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Files beside " + path + " are left from a former start, and cannot be read", e);
        }
    }

    private List<Path> drafts() throws IOException {
        if (!Files.isDirectory(path.getParent())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.filter(file -> KeyDraft.isOne(file, path)).toList();
        }
    }

    private void settle(Path found, Predicate<Secret> isKnown) throws IOException {
        Optional<KeyDraft> left = KeyDraft.takeOver(found);
        if (left.isPresent() && !isKnown.test(left.get().key())) {
            left.get().discard();
        } else if (left.isPresent() && left.get().publish(path)) {
            LOG.info(() -> "The first admin's key of a former start is in " + path);
        }
    }
}
