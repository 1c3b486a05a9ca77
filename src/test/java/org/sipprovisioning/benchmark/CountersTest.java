package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTest {

    @Test
    void countsStatementsWithoutTheEndsOfTransactionsAndWithoutItself() {
        Counters before = counters(100, 10, 1, 5);
        Counters after = counters(120, 13, 3, 6);

        Counters between = after.since(before);

        assertThat(between.statements()).isEqualTo(20 - 3 - 2 - 1);
        assertThat(between.commits()).isEqualTo(3);
        assertThat(between.rollbacks()).isEqualTo(2);
    }

    private static Counters counters(long questions, long commits, long rollbacks, long shows) {
        return new Counters(Map.of(
                "questions", questions,
                "com_commit", commits,
                "com_rollback", rollbacks,
                "com_show_status", shows));
    }
}
