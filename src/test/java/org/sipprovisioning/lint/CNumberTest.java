package org.sipprovisioning.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CNumberTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, false, true",
        "-12, -12, false, true",
        "' +7 ', 7, false, true",
        "010, 8, true, true",
        "08, 0, true, false",
        "0, 0, false, true",
        "0x1F, 31, false, true",
        "12 px, 12, false, false",
        "1.5, 1, false, false"
    })
    void readsIntegersAsC(String text, double value, boolean isOctal, boolean isWhole) {
        assertThat(CNumber.integer(text)).contains(new CNumber(value, isOctal, isWhole));
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5, true", ".5, 0.5, true", "-2e3, -2000, true", "010, 10, true", "1.5s, 1.5, false"})
    void readsDecimalsAsC(String text, double value, boolean isWhole) {
        assertThat(CNumber.decimal(text)).contains(new CNumber(value, false, isWhole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-", "true", " \t", "+ 1"})
    void readsNoNumber(String text) {
        assertThat(CNumber.integer(text)).isEmpty();
        assertThat(CNumber.decimal(text)).isEmpty();
    }

    @Test
    void takesManyDigitsAsBeyondAllRanges() {
        assertThat(CNumber.integer("9".repeat(16_000))).contains(new CNumber(Double.POSITIVE_INFINITY, false, true));
    }
}
