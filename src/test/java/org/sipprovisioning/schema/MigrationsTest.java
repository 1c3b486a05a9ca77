package org.sipprovisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CHECKSUMS = Path.of("src/test/resources/org/sipprovisioning/schema/migrations.sha256");

    @Test
    void noMigrationIsEdited() throws IOException {
        assertThat(migrations().stream().map(MigrationsTest::checksum).toList())
                .as("A migration that was released is never edited: add a new one, and its line to %s", CHECKSUMS)
                .isEqualTo(Files.readAllLines(CHECKSUMS));
    }

    @Test
    void theLastOneIsTheVersionThatTheApplicationExpects() throws IOException {
        List<MigrationVersion> versions = migrations().stream()
                .map(file -> file.getFileName().toString().replaceFirst("^V([0-9_]+)__.*", "$1"))
                .map(MigrationVersion::fromVersion)
                .sorted()
                .toList();
        assertThat(versions).isNotEmpty().last().isEqualTo(Schema.EXPECTED);
    }

    @Test
    void theLocationIsMarkedForOpenLiberty() {
        assertThat(MIGRATIONS.resolve("flyway.location")).isEmptyFile();
    }

    static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the checksum of a file in the format of sha256sum. */
    private static String checksum(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest) + "  " + file.getFileName();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
