package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the cases of {@code linphonerc-cases}. liblinphone's own converter has made the XML of each case from its
 * linphonerc.
 */
class LinphonercCasesTest {

    private static final String SUFFIX = ".rc";

    @ParameterizedTest
    @MethodSource("names")
    void convertsAsLiblinphoneDoes(String name) throws Exception {
        LpConfig converted = Linphonerc.parse(Files.readAllBytes(folder().resolve(name + SUFFIX)))
                .config();
        LpConfig expected = LpConfigXml.read(Files.readAllBytes(folder().resolve(name + ".xml")));

        assertThat(Shape.of(converted)).isEqualTo(Shape.of(expected));
        assertThat(Shape.of(LpConfigXml.read(LpConfigXml.write(converted)))).isEqualTo(Shape.of(expected));
    }

    @Test
    void hasAllCases() throws Exception {
        assertThat(names()).hasSize(12);
    }

    static Stream<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(
                LinphonercCasesTest.class.getResource("/linphonerc-cases").toURI());
    }
}
