package org.sipprovisioning.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Server;

/**
 * Tests that mutated requests of every route and role cause no server error, no hang, no secret in the log and no line of the log that is
 * longer than the request. {@code -Drandom.seed} repeats a run. {@code -Dfuzz.requests} is the number of requests.
 */
@InServer
class FuzzerIT {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("random.seed", new Random().nextLong());
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void noMutatedRequestDoesHarm() throws InterruptedException {
        String run = "random.seed=" + SEED + " fuzz.requests=" + REQUESTS;
        System.out.println(run);

        Fuzzer.Report report = new Fuzzer(
                        Server.suite().port(), new RouteRequests(), new Log(Server.suiteConsole()), SEED, LIMIT)
                .run(REQUESTS);

        System.out.println("reached a resource: " + report.reached() + " of " + report.sent() + "; statuses: "
                + report.statuses());
        assertThat(report.findings()).as(run).isEmpty();
        assertThat(report.reached()).as(run).isGreaterThanOrEqualTo(REQUESTS * 30 / 100);
    }
}
