package org.sipprovisioning.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure as a part of another, in pairs of runs that were made one right after the other. */
record Share(Series ratios) {

    static Share of(List<Window> parts, List<Window> wholes, ToDoubleFunction<Window> figure) {
        double[] ratios = new double[parts.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(parts.get(i)) / figure.applyAsDouble(wholes.get(i));
        }
        return new Share(new Series(ratios));
    }

    @Override
    public String toString() {
        return "%.0f ± %.0f %%".formatted(ratios.median() * 100, ratios.spread() * ratios.median() * 100);
    }
}
