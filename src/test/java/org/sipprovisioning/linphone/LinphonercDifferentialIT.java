package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.linphone.Comparison.Outcome;

/**
 * Random linphonerc files are to us what they are to liblinphone: our XML says what the library reads from the file,
 * what the library's own converter makes of it, and it leaves a phone with the same configuration.
 *
 * <p>{@code -Drandom.seed} repeats a run, {@code -Drandom.cases} says how many files it has.
 */
@Tag("real-client")
class LinphonercDifferentialIT {
    private static final int CASES = Integer.getInteger("random.cases", 1000);
    private static final long SEED = Long.getLong("random.seed", new Random().nextLong());
    private static final Path DIRECTORY =
            Path.of("target/c/linphonerc-files", Long.toString(SEED)).toAbsolutePath();

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    @Test
    void readsAsTheLibraryDoes() throws IOException {
        LinphonercGenerator generator = new LinphonercGenerator(SEED);
        List<byte[]> texts = Stream.generate(generator::next).limit(CASES).toList();

        List<Comparison> comparisons = LinphonercFile.read(DIRECTORY, texts).stream()
                .map(Comparison::new)
                .toList();

        comparisons.forEach(comparison -> outcomes.merge(comparison.outcome(), 1, Integer::sum));
        String run = "random.seed=" + SEED + " random.cases=" + CASES + ": " + outcomes;
        System.out.println(run);
        assertThat(comparisons.stream().filter(c -> c.outcome() == Outcome.DIFFERENT))
                .as(run)
                .isEmpty();
        assertThat(outcomes.get(Outcome.EQUAL)).as(run).isGreaterThan(CASES * 80 / 100);
    }
}
