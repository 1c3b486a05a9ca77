package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of an operation, with placeholders for what differs from one operation to the next. */
record Script(List<Recording.Line> lines) {

    /**
     * Reads a script. Each line has the number of a transaction, a space and a statement. Lines that begin with # are
     * comments.
     */
    static Script read(Path file) {
        try {
            return new Script(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(words -> new Recording.Line(Integer.parseInt(words[0]), words[1]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try {
            Files.writeString(
                    file,
                    lines.stream()
                            .map(line -> line.transaction() + " " + line.sql().replaceAll("\\s+", " "))
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
