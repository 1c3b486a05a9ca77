package org.sipprovisioning.benchmark;

import java.util.Arrays;

/**
 * What a load generator has seen in one run.
 *
 * @param count the operations that were completed
 * @param nanos the time from the begin of the first to the end of the last
 */
record Sample(long count, long nanos, long p50Nanos, long p99Nanos) {

    static Sample parse(String text) {
        long[] values =
                Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Sample(values[0], values[1], values[2], values[3]);
    }

    String text() {
        return count + " " + nanos + " " + p50Nanos + " " + p99Nanos;
    }

    double perSecond() {
        return count * 1e9 / nanos;
    }
}
