package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.ServerProcess;

/** Tests that a server that cannot work does not start, that it says why and ends, and that its message holds no secret. */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class FailedStartIT {
    private static final String KEY = "key with blanks";
    private static final String PASSWORD = "password-of-nowhere";
    private static final Map<String, String> BAD_SETTING = Map.of("PROVISIONING_ADMIN_API_KEY", KEY);
    private static final Map<String, String> NO_DATABASE = Map.of(
            "PROVISIONING_DB_URL",
            "jdbc:mariadb://127.0.0.1:1/nowhere",
            "PROVISIONING_DB_USER",
            "nobody",
            "PROVISIONING_DB_PASSWORD",
            PASSWORD);

    @TempDir
    Path directory;

    /** Two servers are started at the same time, because a start is slow. */
    @Test
    void saysWhichSettingIsWrongAndThatTheDatabaseIsAwayAndEnds() {
        List<Map<String, String>> environments = List.of(BAD_SETTING, NO_DATABASE);

        List<String> consoles = Race.run(2, i -> {
            ServerProcess process = ServerProcess.startInVain(directory.resolve("" + i), environments.get(i));
            assertThat(process.exitStatus()).as(process.console()).isEqualTo(1);
            return process.console();
        });

        assertThat(lastLine(consoles.get(0)))
                .contains("cannot start", "provisioning.admin.api-key", "PROVISIONING_ADMIN_API_KEY")
                .contains("must be printable ASCII");
        assertThat(consoles.get(0)).doesNotContain(KEY);
        assertThat(lastLine(consoles.get(1)))
                .contains("cannot start", "jdbc:mariadb://127.0.0.1:1/nowhere does not answer");
        assertThat(consoles.get(1)).doesNotContain(PASSWORD);
    }

    @Test
    void leavesTheApplicationServerRunningIfItIsToldSo() {
        Map<String, String> environment = new HashMap<>(BAD_SETTING);
        environment.put("PROVISIONING_EXIT_ON_FAILED_START", "false");

        try (ServerProcess process = ServerProcess.startInVain(directory, environment)) {
            assertThat(process.isAlive()).isTrue();
            assertThat(process.console())
                    .contains("provisioning.admin.api-key", "must be printable ASCII")
                    .doesNotContain(KEY);
        }
    }

    private static String lastLine(String console) {
        return console.strip().lines().reduce("", (line, next) -> next);
    }
}
