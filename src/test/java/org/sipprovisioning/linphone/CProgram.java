package org.sipprovisioning.linphone;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of {@code src/test/c}, which uses liblinphone as its applications do. It is compiled once, at its first
 * use.
 *
 * <p>With {@code -Dlinphone.root=} it uses the liblinphone of another Debian, which {@code debootstrap} has installed
 * there.
 */
final class CProgram {
    private static final Path SOURCES = Path.of("src/test/c").toAbsolutePath();
    private static final String ROOT = System.getProperty("linphone.root", "");
    private static final Path DIRECTORY = Path.of(ROOT.isEmpty() ? "target/c" : ROOT + "/tmp/provisioning-tests")
            .toAbsolutePath();
    private static final long PATIENCE_SECONDS = 900;

    /** A line of the program's output: its kind and its fields as in {@code record.h}, with their bytes escaped. */
    record Output(String kind, List<String> escaped) {

        /** Returns a field. Its bytes must be UTF-8. */
        String field(int index) {
            return URLDecoder.decode(escaped.get(index).replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        private static Output of(String line) {
            String[] words = line.split("\t", -1);
            return new Output(words[0], Arrays.asList(words).subList(1, words.length));
        }
    }

    private final Path executable;

    private CProgram(Path executable) {
        this.executable = executable;
    }

    /**
     * Compiles a program.
     *
     * @param name the name of its source, without {@code .c}
     */
    static CProgram compile(String name) {
        Path executable = DIRECTORY.resolve(name);
        try {
            Files.createDirectories(DIRECTORY);
            for (String source : List.of("record.h", name + ".c")) {
                Files.copy(SOURCES.resolve(source), DIRECTORY.resolve(source), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(List.of(
                "gcc",
                "-O1",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-Wno-deprecated-declarations",
                "-o",
                executable.toString(),
                executable + ".c",
                "-llinphone",
                "-lbctoolbox"));
        return new CProgram(executable);
    }

    /** Runs the program, which must succeed. Files that it reads must be below {@link #directory}. */
    List<Output> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        return run(command).lines().map(Output::of).toList();
    }

    static Path directory() {
        return DIRECTORY;
    }

    private static List<String> inRoot(List<String> command) {
        if (ROOT.isEmpty()) {
            return command;
        }
        return Stream.concat(Stream.of("chroot", ROOT), command.stream().map(word -> word.replace(ROOT, "")))
                .toList();
    }

    private static String run(List<String> command) {
        try {
            Path output = Files.createTempFile(DIRECTORY, "output", ".txt");
            Path log = Files.createTempFile(DIRECTORY, "log", ".txt");
            ProcessBuilder builder = new ProcessBuilder(inRoot(command))
                    .directory(DIRECTORY.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(log.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed:\n" + Files.readString(log));
            }
            return Files.readString(output, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
