package org.sipprovisioning.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedStartTest {

    @Test
    void saysTheReasonOnOneLine() {
        assertThat(reason(new IllegalStateException("The database\n\tis \u001b[0maway\r\n")))
                .isEqualTo("The database is [0maway");
    }

    @Test
    void saysTheFirstMessageOfThisApplication() {
        Throwable own = new IllegalStateException("The schema is too new", new IllegalArgumentException("Inner"));

        assertThat(reason(of("com.example.Container", new RuntimeException("See the cause", own))))
                .isEqualTo("The schema is too new");
    }

    @Test
    void quotesNoLibrary() {
        Throwable inner = of("org.mariadb.jdbc.Driver", new SQLException("Bad key: hush", "42000", 1142));

        assertThat(reason(of("com.example.Container", new RuntimeException("Failed: hush", inner))))
                .isEqualTo("java.sql.SQLException, SQLState 42000, error 1142");
        assertThat(reason(of("java.util.Scanner", new NoSuchElementException("hush"))))
                .isEqualTo("java.util.NoSuchElementException");
    }

    @Test
    void endsWithCausesThatFormACircleAndWithALongMessage() {
        RuntimeException first = of("com.example.Container", new RuntimeException("one"));
        first.initCause(of("com.example.Container", new RuntimeException("two", first)));

        assertThat(reason(first)).isEqualTo("java.lang.RuntimeException");
        assertThat(reason(new IllegalStateException("x".repeat(5000)))).hasSize(1002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", " TRUE "})
    void isWantedIfTheSettingIsTrue(String value) {
        assertThat(FailedStart.isWanted(Map.of(FailedStart.SETTING, value)::get))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "yes"})
    void isNotWantedOtherwise(String value) {
        assertThat(FailedStart.isWanted(Map.of(FailedStart.SETTING, value)::get))
                .isFalse();
        assertThat(FailedStart.isWanted(name -> null)).isFalse();
    }

    /** This process does not have the setting, and goes on. */
    @Test
    void throwsWhatAStepThrows() {
        IllegalStateException failure = new IllegalStateException("away");

        assertThatThrownBy(() -> FailedStart.guard(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private static String reason(Throwable failure) {
        return FailedStart.reason(failure);
    }

    /** Returns the exception as if a class of a library had made it. */
    private static <T extends Throwable> T of(String library, T failure) {
        StackTraceElement[] frames = Arrays.copyOf(failure.getStackTrace(), 1);
        frames[0] = new StackTraceElement(library, "run", "Library.java", 1);
        failure.setStackTrace(frames);
        return failure;
    }
}
