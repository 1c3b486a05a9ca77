package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the start of a server without any configuration. */
class ServerProcessIT {

    @Test
    void startsOutOfTheBoxEndsWhenKilledAndStartsAgain(@TempDir Path directory) {
        try (ServerProcess process = ServerProcess.start(directory, Map.of())) {
            assertThat(process.server().get("/no-such-path").statusCode()).isEqualTo(404);

            process.kill();
            assertThatThrownBy(() -> process.server().get("/")).isInstanceOf(UncheckedIOException.class);

            process.start();
            assertThat(process.server().get("/no-such-path").statusCode()).isEqualTo(404);
            assertThat(process.consoleSinceStart())
                    .hasSizeLessThan(process.console().length());
        }
    }
}
