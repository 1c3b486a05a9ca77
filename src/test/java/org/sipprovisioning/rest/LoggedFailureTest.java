package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {
    private static final String SECRET = "sEcReT";

    @Test
    void quotesNoArgumentOfALibrary() {
        assertThat(logged(new IllegalStateException("cannot answer", failureOfALibrary())))
                .contains(
                        "java.lang.IllegalStateException: cannot answer",
                        "Caused by: java.lang.NumberFormatException",
                        "at java.base/java.lang.Integer.parseInt",
                        "LoggedFailureTest.failureOfALibrary")
                .doesNotContain(SECRET, "LoggedFailure:");
    }

    @Test
    void quotesNoValueOfTheDatabase() {
        assertThat(logged(new SQLException("Duplicate entry '" + SECRET + "'", "23000", 1062)))
                .contains("java.sql.SQLException: SQLState 23000, error 1062")
                .doesNotContain(SECRET);
    }

    @Test
    void endsWhereCausesFormACircle() {
        Exception first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(logged(first)).contains("first", "second");
    }

    private static NumberFormatException failureOfALibrary() {
        try {
            throw new AssertionError(Integer.parseInt(SECRET));
        } catch (NumberFormatException e) {
            return e;
        }
    }

    private static String logged(Throwable failure) {
        StringWriter text = new StringWriter();
        LoggedFailure.of(failure).printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
