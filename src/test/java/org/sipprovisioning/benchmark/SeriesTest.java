package org.sipprovisioning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void medianOfAnOddNumberIsTheValueInTheMiddle() {
        assertThat(new Series(9, 1, 4, 100, 5).median()).isEqualTo(5);
    }

    @Test
    void medianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(new Series(4, 1, 2, 9).median()).isEqualTo(3);
    }

    @Test
    void spreadIsTheLargerDistanceFromTheMedian() {
        assertThat(new Series(90, 100, 104).spread()).isEqualTo(0.1);
        assertThat(new Series(96, 100, 110).spread()).isCloseTo(0.1, within(1e-9));
        assertThat(new Series(0, 0, 0).spread()).isZero();
    }

    @Test
    void noValuesHaveNoMedian() {
        assertThatThrownBy(Series::new).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rateIsQuietWhenTheLastStepsAreNearlyTheSame() {
        assertThat(Target.isQuiet(List.of(100.0, 100.0))).isFalse();
        assertThat(Target.isQuiet(List.of(10.0, 98.0, 100.0, 102.0))).isTrue();
        assertThat(Target.isQuiet(List.of(98.0, 100.0, 106.0))).isFalse();
    }
}
