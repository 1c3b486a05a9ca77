package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.ServerProcess;

/** Measures all operations and writes the table of docs/performance.md. */
@Tag("benchmark")
class BenchmarkIT {
    private static final Path NEEDED =
            Path.of("src/test/resources/benchmark/needed").toAbsolutePath();

    private final BenchmarkSettings settings = BenchmarkSettings.read();
    private final Map<Operation, int[]> lengths = new EnumMap<>(Operation.class);
    private final Map<Operation, List<Path>> scripts = new EnumMap<>(Operation.class);
    private Installation installation;
    private Numbers numbers;
    private Meter meter;

    @Test
    void measuresAllOperations() throws IOException, SQLException {
        try (Installation opened = new Installation(settings)) {
            installation = opened;
            numbers = new Numbers(opened.population());
            meter = new Meter(
                    opened.root(), opened.databasePid(), opened.generator().pid());
            prepare();
            List<Row> rows = new ArrayList<>();
            for (Operation operation : Operation.values()) {
                rows.add(measure(operation));
            }
            opened.stopConstant();
            String report = new Report(settings, opened, rows).text() + comparison(Figures.of(rows));
            Files.writeString(Installation.OUTPUT.resolve("benchmark.md"), report);
            System.out.println(report);
        }
    }

    /** Returns how far the benchmark before this one was away, if its figures are there. */
    private static String comparison(Figures figures) {
        Path file = Installation.OUTPUT.resolve("figures.txt");
        String comparison = Files.exists(file) ? figures.comparedWith(Figures.read(file)) + "\n" : "";
        figures.write(file);
        return comparison;
    }

    /** Keeps the answers and the statements of each operation, and starts the server of the constant resource with them. */
    private void prepare() throws SQLException {
        Server product = installation.product().server();
        for (Operation operation : Operation.values()) {
            List<HttpResponse<byte[]>> answers = SingleRequest.send(product, operation, one(operation));
            installation.constantWar().keep(operation, answers);
            lengths.put(
                    operation,
                    answers.stream().mapToInt(answer -> answer.body().length).toArray());
        }
        StatementRecords records = new StatementRecords(product, new Recorder(installation.root()));
        for (Operation operation : Operation.values()) {
            if (operation.usesDatabase()) {
                Path recorded = records.write(operation, () -> one(operation));
                scripts.put(operation, List.of(recorded, NEEDED.resolve(operation + ".sql")));
            }
        }
        installation.startConstant(settings.starts());
        assertThat(Operation.values()).allSatisfy(this::constantIsTheSame);
    }

    private void constantIsTheSame(Operation operation) {
        Subject subject = one(operation);
        List<HttpResponse<byte[]>> ours =
                SingleRequest.send(installation.product().server(), operation, subject);
        List<HttpResponse<byte[]>> constant =
                SingleRequest.send(installation.constant().server(), operation, subject);
        for (int step = 0; step < ours.size(); step++) {
            assertThat(constant.get(step).body().length)
                    .isCloseTo(
                            ours.get(step).body().length,
                            within(operation.tolerance()));
            assertThat(names(constant.get(step))).isEqualTo(names(ours.get(step)));
        }
    }

    private static List<String> names(HttpResponse<?> answer) {
        return ConstantWar.headers(answer)
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private Row measure(Operation operation) throws SQLException {
        Target product = new Target(meter, installation.product().pid(), settings.run(), time -> {
            Subject first = numbers.first(operation, time);
            return send(operation, time, first);
        });
        Target constant = new Target(
                meter,
                installation.constant().pid(),
                settings.ceilingRun(),
                time -> load(operation, installation.constant(), time, new Subject(0, 0)));
        List<Target> loops = scripts.getOrDefault(operation, List.of()).stream()
                .map(script -> new Target(
                        meter, installation.loop().pid(), settings.ceilingRun(), time -> replay(operation, script, time)))
                .toList();
        Duration warmUp = product.warmUp(settings.warmUp());
        List<Target> ceilings = Stream.concat(Stream.of(constant), loops.stream()).toList();
        for (Target ceiling : ceilings) {
            ceiling.warmUp(settings.ceilingWarmUp());
        }
        for (int i = 0; i < settings.runs(); i++) {
            product.measure();
            for (Target ceiling : ceilings) {
                ceiling.measure();
            }
        }
        return new Row(operation, product, constant, loops, warmUp);
    }

    private Subject one(Operation operation) {
        try {
            Subject subject = numbers.first(operation, Duration.ZERO);
            numbers.used(operation, new Sample(1, 1, 0, 0), 0);
            return subject;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sample send(Operation operation, Duration time, Subject first) {
        Sample sample = load(operation, installation.product(), time, first);
        numbers.used(operation, sample, settings.connections());
        return sample;
    }

    private Sample load(Operation operation, ServerProcess server, Duration time, Subject first) {
        List<Object> command = new ArrayList<>(List.of(
                operation,
                server.server().port(),
                settings.connections(),
                time.toMillis(),
                first.generation(),
                first.number()));
        Arrays.stream(lengths.get(operation)).forEach(command::add);
        return installation.generator().execute(command.toArray());
    }

    private Sample replay(Operation operation, Path script, Duration time) throws SQLException {
        Subject first = numbers.first(operation, time);
        Sample sample = installation
                .loop()
                .execute(
                        installation.databaseAddress(),
                        Installation.USER,
                        Installation.PASSWORD,
                        script,
                        settings.connections(),
                        time.toMillis(),
                        first.generation(),
                        first.number());
        numbers.used(operation, sample, settings.connections());
        return sample;
    }
}
