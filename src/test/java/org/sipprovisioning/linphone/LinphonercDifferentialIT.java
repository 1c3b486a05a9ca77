package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.linphone.Comparison.Outcome;

/**
 * Tests that the server reads random linphonerc files as liblinphone does: the server's XML has what the library reads
 * from the file and what the library's own converter makes of it, and a phone that fetches it has the same
 * configuration.
 *
 * <p>{@code -Drandom.seed} repeats a run. {@code -Drandom.cases} is the number of files.
 */
@RealClient
@DisplayName("Linphonerc files")
class LinphonercDifferentialIT {
    private static final int CASES = Integer.getInteger("random.cases", 1000);
    private static final long SEED = Long.getLong("random.seed", new Random().nextLong());
    private static final Path DIRECTORY =
            Path.of("target/c/linphonerc-files", Long.toString(SEED)).toAbsolutePath();

    private static final String RUN = "random.seed=" + SEED + " random.cases=" + CASES;

    @Test
    @DisplayName(
            "random files (1,000 in CI, 10,000 with `-Pfull`): the server's XML has what liblinphone reads from the file, "
                    + "and a phone that fetches the XML has the same configuration")
    void readsAsTheLibraryDoes() {
        System.out.println(RUN);
        List<Comparison> comparisons = compare();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        comparisons.forEach(comparison -> outcomes.merge(comparison.outcome(), 1, Integer::sum));
        System.out.println(outcomes);

        assertThat(comparisons.stream().filter(c -> c.outcome() == Outcome.DIFFERENT))
                .as(RUN + ": " + outcomes)
                .isEmpty();
        assertThat(outcomes.get(Outcome.EQUAL)).as(RUN + ": " + outcomes).isGreaterThan(CASES * 80 / 100);
    }

    private static List<Comparison> compare() {
        LinphonercGenerator generator = new LinphonercGenerator(SEED);
        List<byte[]> texts = Stream.generate(generator::next).limit(CASES).toList();
        try {
            return LinphonercFile.read(DIRECTORY, texts).stream()
                    .map(Comparison::new)
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(RUN, e);
        }
    }
}
