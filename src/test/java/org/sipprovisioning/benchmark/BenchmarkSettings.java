package org.sipprovisioning.benchmark;

import java.time.Duration;

/**
 * How much is measured: {@code -Dbenchmark.connections=8} and the like. {@code -Dbenchmark.quick} has smaller values, for a
 * first impression.
 *
 * @param connections of the load generator, and threads of the JDBC loop
 * @param runs how often each operation and each ceiling is measured
 * @param run the time of a run of an operation
 * @param ceilingRun the time of a run of a ceiling
 * @param warmUp the longest time that an operation is repeated until its rate does not change any more
 * @param ceilingWarmUp the same for a ceiling
 * @param accounts in the database, each with a token and a key
 * @param starts how often the start of the server is measured; 0: only the first start, which creates the schema
 */
record BenchmarkSettings(
        int connections, int runs, Duration run, Duration ceilingRun, Duration warmUp, Duration ceilingWarmUp, int accounts, int starts) {

    static BenchmarkSettings read() {
        boolean quick = !"false".equals(System.getProperty("benchmark.quick", "false"));
        return new BenchmarkSettings(
                read("connections", 8),
                read("runs", quick ? 3 : 5),
                Duration.ofSeconds(read("seconds", quick ? 2 : 10)),
                Duration.ofSeconds(read("ceiling-seconds", quick ? 1 : 3)),
                Duration.ofSeconds(read("warm-up", quick ? 6 : 60)),
                Duration.ofSeconds(read("ceiling-warm-up", quick ? 4 : 12)),
                read("accounts", 100_000),
                read("starts", quick ? 1 : 3));
    }

    private static int read(String name, int usual) {
        return Integer.getInteger("benchmark." + name, usual);
    }
}
