package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    @Test
    void namesTheLargestDifferenceFirst() {
        Figures before = new Figures(Map.of("A rate", 100.0, "A CPU", 2.0, "gone", 1.0));
        Figures after = new Figures(Map.of("A rate", 104.0, "A CPU", 1.7, "new", 1.0));

        assertThat(after.comparedWith(before))
                .endsWith(": 1 of 2 figures differ by more than 10 %: A CPU -15.0 %, A rate +4.0 %");
    }

    @Test
    void areReadAsTheyWereWritten(@TempDir Path directory) {
        Figures figures = new Figures(Map.of("TOKEN part of loop 1", 0.375, "TOKEN rate", 512.25));
        Path file = directory.resolve("figures");

        figures.write(file);

        assertThat(Figures.read(file)).isEqualTo(figures);
    }

    @Test
    void shareIsTakenFromPairsOfRuns() {
        List<Window> ours = List.of(window(10), window(20), window(60));
        List<Window> ceiling = List.of(window(20), window(40), window(100));

        Share share = Share.of(ours, ceiling, Window::perSecond);

        assertThat(share.ratios().median()).isCloseTo(0.5, within(1e-9));
        assertThat(share).hasToString("50 ± 10 %");
    }

    @Test
    void sampleIsReadAsItWasSent() {
        Sample sample = new Sample(1000, Duration.ofSeconds(2).toNanos(), 3, 4);

        assertThat(Sample.parse(sample.text())).isEqualTo(sample);
        assertThat(sample.perSecond()).isEqualTo(500);
    }

    private static Window window(long perSecond) {
        Sample sample = new Sample(perSecond, Duration.ofSeconds(1).toNanos(), 0, 0);
        return new Window(sample, 0, 0, 0, 0, 0, 0);
    }
}
