package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The most important medians of a whole benchmark, by names like {@code TOKEN CPU}. They are kept in a file, so that the next
 * benchmark can say how far it is away.
 */
record Figures(Map<String, Double> values) {
    /**
     * How far two benchmarks of one version may be away from each other, beside the spread within each: a server that starts
     * again is compiled in another way.
     */
    static final double BETWEEN_BENCHMARKS = 0.1;

    static Figures of(List<Row> rows) {
        Map<String, Double> values = new TreeMap<>();
        for (Row row : rows) {
            String name = row.operation() + " ";
            List<Window> product = row.product().windows();
            List<Window> constant = row.constant().windows();
            values.put(name + "rate", median(product, Window::perSecond));
            values.put(name + "CPU", median(product, Window::cpu));
            values.put(
                    name + "part of constant",
                    Share.of(constant, product, Window::cpu).ratios().median());
            for (int i = 0; i < row.loops().size(); i++) {
                List<Window> loop = row.loops().get(i).windows();
                values.put(
                        name + "part of loop " + (i + 1),
                        Share.of(loop, product, Window::cpu).ratios().median());
            }
        }
        return new Figures(values);
    }

    static Figures read(Path file) {
        try {
            return new Figures(Files.readAllLines(file).stream()
                    .map(line -> line.split("="))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try {
            Files.write(
                    file,
                    values.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the differences between this benchmark and an earlier one in words, the largest first. */
    String comparedWith(Figures before) {
        Map<String, Double> differences = new TreeMap<>();
        values.forEach((name, value) -> {
            Double former = before.values.get(name);
            if (former != null) {
                differences.put(name, value / former - 1);
            }
        });
        long beyond = differences.values().stream()
                .filter(difference -> Math.abs(difference) > BETWEEN_BENCHMARKS)
                .count();
        String list = differences.entrySet().stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
                .map(entry -> "%s %+.1f %%".formatted(entry.getKey(), entry.getValue() * 100))
                .collect(Collectors.joining(", "));
        return "Against the benchmark before: %d of %d figures differ by more than %.0f %%: %s"
                .formatted(beyond, differences.size(), BETWEEN_BENCHMARKS * 100, list);
    }

    private static double median(List<Window> windows, ToDoubleFunction<Window> figure) {
        return Series.of(windows, figure).median();
    }
}
