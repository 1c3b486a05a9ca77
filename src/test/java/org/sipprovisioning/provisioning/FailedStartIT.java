package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.ServerProcess;

/**
 * Tests that the process of a server that cannot start ends with status 1 and one line that says why, with the files that are shipped, and
 * that no secret is in its console. Two servers are started at the same time, because a start is slow.
 */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The database does not matter
class FailedStartIT {
    private static final String LINE = "The provisioning server cannot start, and ends this process: ";
    private static final String KEY = "key with blanks";
    private static final String PASSWORD = "password-of-nowhere";
    private static final Map<String, String> BAD_SETTING = Map.of("PROVISIONING_ADMIN_API_KEY", KEY);
    private static final Map<String, String> NO_DATABASE = Map.of(
            "PROVISIONING_DB_URL",
            "jdbc:mariadb://127.0.0.1:1/nowhere?password=" + PASSWORD,
            "PROVISIONING_DB_USER",
            "nobody",
            "PROVISIONING_DB_PASSWORD",
            PASSWORD);
    private static final Map<String, String> NO_POOL = Map.of("PROVISIONING_DB_JNDI", "java:comp/env/jdbc/nothing");
    private static final Map<String, String> POOL_WITHOUT_DATABASE = Map.of(
            "POOL_URL",
            "jdbc:mariadb://127.0.0.1:1/nowhere?connectTimeout=1000",
            "POOL_USER",
            "nobody",
            "POOL_PASSWORD",
            PASSWORD);

    @TempDir
    Path directory;

    @Test
    void endsOfASettingAndOfADatabaseThatIsAway() {
        List<String> reasons = reasons(
                new Start(ServerProcess::startInVain, BAD_SETTING), new Start(ServerProcess::startInVain, NO_DATABASE));

        assertThat(reasons.get(0))
                .startsWith(
                        "Setting provisioning.admin.api-key (environment variable PROVISIONING_ADMIN_API_KEY) must");
        assertThat(reasons.get(1))
                .startsWith("jdbc:mariadb://127.0.0.1:1/nowhere does not answer: ")
                .contains("Connection refused");
    }

    @Test
    void endsOfAPoolThatIsMissingAndOfAPoolWhoseDatabaseIsAway() {
        List<String> reasons = reasons(
                new Start(ServerProcess::startInVain, NO_POOL),
                new Start(ServerProcess::startWithPoolInVain, POOL_WITHOUT_DATABASE));

        assertThat(reasons.get(0)).startsWith("PROVISIONING_DB_JNDI names no pool: ");
        assertThat(reasons.get(1)).matches("the pool \\S+ gives no connection: .*[Rr]efused.*");
    }

    /** The second server is told to keep running. */
    @Test
    void endsOfAFailedMigrationAndStaysIfItIsToldTo() throws Exception {
        Map<String, String> foreign = Map.of("PROVISIONING_DATA_DIR", foreignDatabase());

        List<ServerProcess> processes = Race.run(
                2,
                i -> i == 0
                        ? ServerProcess.startInVain(directory.resolve("0"), foreign)
                        : ServerProcess.startInVainAndStay(directory.resolve("1"), BAD_SETTING));

        assertThat(reason(processes.get(0))).startsWith("The database schema could not be migrated: ");
        try (ServerProcess alive = processes.get(1)) {
            assertThat(alive.isAlive()).isTrue();
            assertThat(alive.console())
                    .contains("provisioning.admin.api-key", "must be printable ASCII")
                    .doesNotContain(LINE, KEY);
        }
    }

    private record Start(BiFunction<Path, Map<String, String>, ServerProcess> how, Map<String, String> environment) {}

    private List<String> reasons(Start... starts) {
        return Race.run(
                starts.length, i -> reason(starts[i].how().apply(directory.resolve("" + i), starts[i].environment())));
    }

    /** Returns what the only line says after its beginning. A few lines of the server's shutdown may follow it. */
    private static String reason(ServerProcess process) {
        String console = process.console();
        assertThat(process.exitStatus()).as(console).isEqualTo(1);
        assertThat(console).doesNotContain(KEY, PASSWORD).containsOnlyOnce(LINE);
        String end = console.substring(console.indexOf(LINE) + LINE.length());
        assertThat(end.lines()).as(end).hasSizeLessThan(50);
        return end.lines().findFirst().orElseThrow();
    }

    /** Returns a data directory with a database that has a table of another application. */
    private String foreignDatabase() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("provisioning"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE of_another_application (id INT)");
        }
        return data.toString();
    }
}
