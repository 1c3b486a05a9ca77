package org.sipprovisioning.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFileTest {
    private static final Path DATA = Path.of("/data");

    @Test
    void isInTheDataDirectoryByDefault() {
        assertThat(of()).hasValue(Path.of("/data/provisioning"));
        assertThat(of("db.url", " ")).hasValue(Path.of("/data/provisioning"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/var/x;USER=u, /var/x",
        "jdbc:h2:file:x, x",
        "jdbc:h2:/var/x;MODE=LEGACY, /var/x",
        "jdbc:h2:./x, ./x",
        "jdbc:h2:C:/x, C:/x"
    })
    void isAPathOfTheUrl(String url, Path file) {
        assertThat(of("db.url", url)).hasValue(file);
    }

    @Test
    void mayBeInTheUsersHome() {
        assertThat(of("db.url", "jdbc:h2:~/x")).hasValue(Path.of(System.getProperty("user.home"), "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:h2:tcp://h/x", "jdbc:mariadb://h/d", "nonsense"})
    void thereIsNoneWithAnotherUrl(String url) {
        assertThat(of("db.url", url)).isEmpty();
    }

    @Test
    void thereIsNoneBehindAnOperatorsPool() {
        assertThat(of("db.jndi", "jdbc/pool", "db.url", "jdbc:h2:file:/var/x")).isEmpty();
    }

    private static Optional<Path> of(String... settings) {
        return DatabaseFile.of(Configured.with(settings).config(), DATA);
    }
}
