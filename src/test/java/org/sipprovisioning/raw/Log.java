package org.sipprovisioning.raw;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The log of a server under test, from the place where it was read last. */
final class Log {
    private final Path file;
    private long read;

    Log(Path file) {
        this.file = file;
        read = file.toFile().length();
    }

    /** Returns the lines that were added since the last call. A line that has no end yet is cut. */
    List<String> added() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - read)];
            log.seek(read);
            log.readFully(bytes);
            read += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
