package org.sipprovisioning.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of the benchmark that executes commands, see {@link Worker}. It stays warm from one command to the next. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    ChildProcess(Class<? extends Worker> main, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        try {
            process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    long pid() {
        return process.pid();
    }

    /** @throws AssertionError with what the process reports, if it could not execute the command as it should */
    Sample execute(Object... words) {
        try {
            commands.write(String.join(
                            " ", List.of(words).stream().map(String::valueOf).toList()) + "\n");
            commands.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(Worker.ANSWER)) {
                    return Sample.parse(line.substring(Worker.ANSWER.length()));
                }
                if (line.startsWith(Worker.FAILURE)) {
                    throw new AssertionError(
                            line.substring(Worker.FAILURE.length()).replace('\r', '\n'));
                }
            }
            throw new AssertionError("The process has ended: " + process.info());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
