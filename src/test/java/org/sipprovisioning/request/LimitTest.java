package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.fault.TooManyRequests;

class LimitTest {

    private static final class Clock implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private final Clock clock = new Clock();
    private final Limit limit = new Limit(3, clock);

    @Test
    void refusesBeyondIt() {
        count("a", 3);

        assertThat(limit.count("a")).isFalse();
        assertThatThrownBy(() -> limit.require("a")).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void refusesNobodyBefore() {
        count("a", 2);

        assertThatCode(() -> limit.require("a")).doesNotThrowAnyException();
        assertThat(limit.count("a")).isTrue();
    }

    @Test
    void asksOnlyAndCountsNothing() {
        for (int i = 0; i < 10; i++) {
            limit.require("a");
        }
        count("a", 3);
    }

    @Test
    void oneDoesNotPayForAnother() {
        count("a", 3);

        assertThatCode(() -> limit.require("b")).doesNotThrowAnyException();
        count("b", 3);
    }

    @Test
    void allowsAllOfItAgainAMinuteAfterTheFirst() {
        count("a", 1);
        clock.pass(Duration.ofSeconds(40));
        count("a", 2);
        assertThatThrownBy(() -> limit.require("a"))
                .asInstanceOf(type(TooManyRequests.class))
                .extracting(TooManyRequests::retryAfter)
                .isEqualTo(Duration.ofSeconds(20));

        clock.pass(Duration.ofSeconds(20));

        count("a", 3);
        assertThat(limit.count("a")).isFalse();
    }

    @Test
    void isNoneWhereItIsZero() {
        Limit none = new Limit(0, clock);

        assertThat(IntStream.range(0, 1000)).allMatch(i -> none.count("a"));
        assertThatCode(() -> none.require("a")).doesNotThrowAnyException();
    }

    /** Requests from very many addresses must not take more memory than this. */
    @Test
    void keepsNoMoreThanSoMany() {
        for (int i = 0; i < 50_000; i++) {
            limit.count("address " + i);
        }
        assertThat(limit.kept()).isBetween(1L, 10_000L);
    }

    @Test
    void longKeysAreCountedApart() {
        String name = "x".repeat(500);
        count(name + "a", 3);

        assertThat(limit.count(name + "a")).isFalse();
        count(name + "b", 3);
    }

    private void count(String whom, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.count(whom)).isTrue();
        }
    }
}
