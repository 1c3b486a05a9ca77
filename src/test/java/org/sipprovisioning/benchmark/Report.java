package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The results in Markdown. */
final class Report {
    private static final int MEGABYTE = 1024;

    private final BenchmarkSettings settings;
    private final Installation installation;
    private final List<Row> rows;
    private final long loadedPss;

    Report(BenchmarkSettings settings, Installation installation, List<Row> rows) {
        this.settings = settings;
        this.installation = installation;
        this.rows = rows;
        loadedPss = ProcessState.pssKilobytes(installation.product().pid());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("""

                | Operation | /s | p50 · p99 ms | CPU ms: server + database | statements · commits | constant: /s · CPU ms | of it: /s · CPU | same statements: /s · CPU ms | of it: /s · CPU | needed statements: /s · CPU ms | of it: /s · CPU |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        rows.forEach(row -> text.append(line(row)).append('\n'));
        text.append("""

                | | first answer, s | CPU until then, s | PSS idle, MB | PSS after load, MB |
                | --- | --- | --- | --- | --- |
                """);
        text.append(start("product", installation.starts(), installation.idlePss(), Optional.of(loadedPss)));
        text.append(start("constant", installation.constantStarts(), installation.constantPss(), Optional.empty()));
        return text.append('\n').append(conditions()).toString();
    }

    private static String line(Row row) {
        List<Window> ours = row.product().windows();
        Series rate = Series.of(ours, Window::perSecond);
        return cells(
                row.operation().title(),
                "%.0f ± %.0f %%".formatted(rate.median(), rate.spread() * 100),
                median(ours, Window::p50, 2) + " · " + median(ours, Window::p99, 1),
                median(ours, Window::serverCpu, 2) + " + " + median(ours, Window::databaseCpu, 2) + " = "
                        + median(ours, Window::cpu, 2),
                median(ours, Window::statements, 1) + " · " + median(ours, Window::commits, 1),
                ceiling(row.constant()),
                share(row.product(), row.constant()),
                loop(row, 0, Report::ceiling),
                loop(row, 0, loop -> share(row.product(), loop)),
                loop(row, 1, Report::ceiling),
                loop(row, 1, loop -> share(row.product(), loop)));
    }

    private static String loop(Row row, int index, Function<Target, String> cell) {
        return row.loops().isEmpty() ? "–" : cell.apply(row.loops().get(index));
    }

    private static String ceiling(Target ceiling) {
        return median(ceiling.windows(), Window::perSecond, 0) + " · " + median(ceiling.windows(), Window::cpu, 2);
    }

    private static String share(Target ours, Target ceiling) {
        Share rate = Share.of(ours.windows(), ceiling.windows(), Window::perSecond);
        Share cpu = Share.of(ceiling.windows(), ours.windows(), Window::cpu);
        return rate + " · " + cpu;
    }

    private static String start(String name, List<Start> starts, long pss, Optional<Long> loaded) {
        return cells(
                        name,
                        "%.1f".formatted(Series.of(starts, Start::seconds).median()),
                        "%.1f".formatted(Series.of(starts, Start::cpuSeconds).median()),
                        Long.toString(pss / MEGABYTE),
                        loaded.map(kilobytes -> Long.toString(kilobytes / MEGABYTE))
                                .orElse("–"))
                + "\n";
    }

    private String conditions() {
        List<Window> all =
                rows.stream().flatMap(row -> row.product().windows().stream()).toList();
        Series other = Series.of(all, Window::otherLoad);
        StringBuilder text = new StringBuilder();
        text.append("%s; %s; Java %s; %d cores.%n"
                .formatted(
                        System.getProperty("it.server"),
                        processor(),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors()));
        text.append(settings).append('\n');
        text.append("Other processes used %.0f %% of the machine, at most %.0f %% in a run.%n"
                .formatted(other.median() * 100, other.max() * 100));
        rows.forEach(row -> text.append("%s: load generator %s ms CPU for one, warm-up %d s%n"
                .formatted(
                        row.operation(),
                        median(row.product().windows(), Window::generatorCpu, 3),
                        row.warmUp().toSeconds())));
        return text.toString();
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceFirst("[^:]*: *", ""))
                    .orElse("unknown processor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String median(List<Window> windows, ToDoubleFunction<Window> figure, int digits) {
        return ("%." + digits + "f").formatted(Series.of(windows, figure).median());
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
