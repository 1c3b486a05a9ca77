package org.sipprovisioning.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.raw.Finding.Kind;

/** Tests that the fuzzer finds what it must find, in a server with planted faults, and nothing where there is no fault. */
class FuzzerTest {
    private static final long SEED = Long.getLong("random.seed", new Random().nextLong());
    private static final int REQUESTS = 2_000;

    @TempDir
    Path directory;

    private static final class Requests implements Fuzzer.Source {
        private final List<Mutation> mutations;

        Requests(List<Mutation> mutations) {
            this.mutations = mutations;
        }

        @Override
        public Message request(Random random) {
            Message message =
                    new Message("POST", "/api/keys/some-path", "{\"name\":\"a\"}").with("x-api-key", "key-of-the-test");
            mutations.get(random.nextInt(mutations.size())).apply(message, random);
            return message;
        }

        @Override
        public boolean isFromResource(int status) {
            return status == 200;
        }

        @Override
        public List<String> secrets() {
            return List.of("key-of-the-test");
        }
    }

    @Test
    void findsFivePlantedFaults() throws Exception {
        System.out.println("random.seed=" + SEED);
        assertThat(run(List.of(Mutation.HEADER, Mutation.HEADER, Mutation.PATH)).findings().stream()
                        .map(Finding::kind)
                        .collect(Collectors.toSet()))
                .as("random.seed=" + SEED)
                .containsExactlyInAnyOrder(
                        Kind.SERVER_ERROR, Kind.HANG, Kind.BROKEN_PATH_SERVED, Kind.SECRET_IN_LOG, Kind.WRONG_LENGTH);
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        Fuzzer.Report report = run(List.of(Mutation.QUERY, Mutation.CHUNKED, Mutation.METHOD));

        assertThat(report.findings()).as("random.seed=" + SEED).isEmpty();
        assertThat(report.reached()).isEqualTo(REQUESTS);
    }

    private Fuzzer.Report run(List<Mutation> mutations) throws Exception {
        Path log = directory.resolve("log.txt");
        try (FaultyServer server = new FaultyServer(log)) {
            return new Fuzzer(server.port(), new Requests(mutations), new Log(log), SEED, Duration.ofMillis(500))
                    .run(REQUESTS);
        }
    }
}
