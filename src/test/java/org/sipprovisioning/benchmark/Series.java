package org.sipprovisioning.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The values of one figure in several runs. */
final class Series {
    private final double[] sorted;

    Series(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No value");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    static <T> Series of(List<T> runs, ToDoubleFunction<T> figure) {
        return new Series(runs.stream().mapToDouble(figure).toArray());
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /** Returns the larger distance of an extreme from the median, as a part of the median. */
    double spread() {
        return median() == 0 ? 0 : Math.max(max() - median(), median() - min()) / median();
    }
}
