package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.ServerProcess;

/** Tests that a server that cannot work does not start, and that its message holds no secret. */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class FailedStartIT {
    private static final String KEY = "key with blanks";
    private static final String PASSWORD = "password-of-nowhere";

    @TempDir
    Path directory;

    /** Both servers are started at the same time, because a start is slow. */
    @Test
    void saysWhichSettingIsWrongAndThatTheDatabaseIsAway() {
        List<Map<String, String>> environments = List.of(
                Map.of("PROVISIONING_ADMIN_API_KEY", KEY),
                Map.of(
                        "PROVISIONING_DB_URL",
                        "jdbc:mariadb://127.0.0.1:1/nowhere",
                        "PROVISIONING_DB_USER",
                        "nobody",
                        "PROVISIONING_DB_PASSWORD",
                        PASSWORD));

        List<String> consoles = Race.run(2, i -> {
            ServerProcess process = ServerProcess.startInVain(directory.resolve("" + i), environments.get(i));
            process.close();
            return process.console();
        });

        assertThat(consoles.get(0))
                .contains("provisioning.admin.api-key", "PROVISIONING_ADMIN_API_KEY", "must be printable ASCII")
                .doesNotContain(KEY);
        assertThat(consoles.get(1))
                .contains("jdbc:mariadb://127.0.0.1:1/nowhere does not answer")
                .doesNotContain(PASSWORD);
    }
}
