package org.sipprovisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.settings.Settings;

/** Tests that the README's table of settings names exactly the settings that exist. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path DATABASE_SETTINGS =
            Path.of("src/main/java/org/sipprovisioning/datasource/DatabaseSettings.java");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(PROVISIONING_[A-Z_]+)` \\| `(provisioning\\.[a-z.-]+)` \\|");

    @Test
    void tableHasARowForEverySettingAndNoOther() throws IOException {
        Set<String> settings = settings();
        settings.addAll(databaseSettings());

        assertThat(settings).hasSizeGreaterThan(15);
        assertThat(ROW.matcher(Files.readString(README)).results().map(row -> row.group(2)))
                .containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void environmentVariableIsWhatMicroProfileMakesOfTheName() throws IOException {
        assertThat(ROW.matcher(Files.readString(README)).results())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.group(1)).isEqualTo(environmentVariable(row.group(2))));
    }

    /** Returns the names of the settings that the application reads from an empty configuration. */
    private static Set<String> settings() {
        Set<String> asked = new TreeSet<>();
        Config empty = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (self, method, arguments) -> {
                    asked.add((String) arguments[0]);
                    return Optional.empty();
                });
        Settings.from(empty);
        return asked;
    }

    private static Set<String> databaseSettings() throws IOException {
        return Pattern.compile("\"(provisioning\\.[a-z.-]+)\"")
                .matcher(Files.readString(DATABASE_SETTINGS))
                .results()
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toSet());
    }

    private static String environmentVariable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
