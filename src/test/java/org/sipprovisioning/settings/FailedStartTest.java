package org.sipprovisioning.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedStartTest {
    private final List<String> lines = new ArrayList<>();
    private final FailedStart start = new FailedStart(lines::add);

    @Test
    void endsWithTheReasonOnOneLine() {
        report("true", new IllegalStateException("The database\n  is away"));

        assertThat(lines).containsExactly("The provisioning server cannot start, and ends: The database is away");
    }

    @Test
    void looksBelowTheExceptionsOfContainers() {
        report(
                " TRUE ",
                new EJBException("See the cause", new RuntimeException(null, new InvalidSetting("a.b", "is bad"))));

        assertThat(lines).singleElement().asString().endsWith("Setting a.b (environment variable A_B) is bad");
    }

    @Test
    void namesAnExceptionWithoutMessage() {
        report("true", new NullPointerException());

        assertThat(lines).singleElement().asString().endsWith("java.lang.NullPointerException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "yes"})
    void leavesTheServerAloneUnlessItIsTold(String setting) {
        report(setting, new IllegalStateException("The database is away"));

        assertThat(lines).isEmpty();
    }

    private void report(String setting, RuntimeException failure) {
        start.report(failure, Configured.with("exit-on-failed-start", setting).config());
    }
}
