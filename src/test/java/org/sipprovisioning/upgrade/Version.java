package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The versions between which the tests upgrade. */
final class Version {
    /** What the build made. */
    static final Path NEW = Path.of("").toAbsolutePath();

    private static final String OLD_COMMIT = System.getProperty("upgrade.from");

    private Version() {}

    /** Returns the directory in which {@code .ci/upgrade} has built the earlier version. */
    static Path old() {
        Path built = Path.of("target/upgrade", OLD_COMMIT).toAbsolutePath();
        assertThat(built.resolve("target/provisioning.war"))
                .as("The WAR of commit %s: run .ci/upgrade, which builds it first", OLD_COMMIT)
                .isRegularFile();
        return built;
    }
}
