package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/** Tests a server without any configuration: its first start, its sudden end, and what is left at the next start. */
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // The server makes its own database
class FirstStartIT {
    private static final String WELCOME = "The provisioning server is set up";

    /** The server looks every ten seconds. The rest is for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Path data;

    @Test
    void worksOutOfTheBoxAndForgetsNothing() throws Exception {
        List<String> history;
        List<String> secrets = new ArrayList<>();
        try (ServerProcess process = ServerProcess.start(directory, Map.of())) {
            data = process.dataDirectory();
            String key = key();
            secrets.add(key);
            TestAccount alice = followTheWelcome(process, key);
            Api admin = Api.withKey(process.server(), key);
            Phone phone = Phone.at(process.server());
            admin.put(
                            "/api/spaces/" + Fixtures.DEFAULT_SPACE,
                            Map.of("custom_provisioning_entries", "[net]\nmtu=1300\n"))
                    .is(200);
            String ha1 = phone.config(alice.url()).value("auth_info_0", "ha1");
            TestAccount bob = Fixtures.account(admin);
            List.of(alice.token(), bob.token(), Fixtures.PASSWORD, ha1).forEach(secrets::add);
            byte[] base = phone.get("/provisioning").body();

            assertThat(widerThanTheOwners()).isEmpty();

            process.kill();
            history = history();
            letOthersRead();
            process.start();

            assertThat(widerThanTheOwners()).isEmpty();

            assertThat(process.consoleSinceStart()).doesNotContain(WELCOME);
            assertThat(key()).isEqualTo(key);
            assertThat(phone.get("/provisioning").body()).isEqualTo(base);
            phone.assertDead(alice.token());
            assertThat(alice.isActivated()).isTrue();
            assertThat(bob.isActivated()).isFalse();
            assertThat(phone.config("/provisioning/" + bob.token()).value("net", "mtu"))
                    .isEqualTo("1300");
            assertThat(process.console()).doesNotContain(secrets);
            whatCannotBeNarrowedIsReported(process, admin);
        }
        assertThat(history()).isNotEmpty().isEqualTo(history);
        anotherDefaultSpaceIsRefused();
        aNewerSchemaIsLeftAlone();
    }

    private void anotherDefaultSpaceIsRefused() {
        ServerProcess process =
                ServerProcess.startInVain(directory, Map.of("PROVISIONING_DEFAULT_SPACE", "other.example.org"));

        assertThat(process.exitStatus()).isEqualTo(1);
        assertThat(process.consoleSinceStart())
                .contains("ends this process: Setting provisioning.default-space")
                .contains("names other.example.org, which is no space of this database");
    }

    private void aNewerSchemaIsLeftAlone() throws SQLException {
        query(
                "INSERT INTO \"flyway_schema_history\" SELECT \"installed_rank\" + 98, '99', \"description\", \"type\","
                        + " 'V99__later.sql', 99, \"installed_by\", \"installed_on\", 1, TRUE FROM \"flyway_schema_history\" WHERE \"version\" = '1'");

        ServerProcess process = ServerProcess.startInVain(directory, Map.of());

        assertThat(process.exitStatus()).isEqualTo(1);
        assertThat(process.consoleSinceStart())
                .containsPattern(
                        "ends this process: The database schema is at version 99, this application needs [0-9]+")
                .doesNotContain(WELCOME);
    }

    /** Sends the request of the command that the console shows. Returns the new account. */
    private TestAccount followTheWelcome(ServerProcess process, String key) {
        Path keyFile = data.resolve("admin-api-key");
        assertThat(process.console())
                .contains(WELCOME, "curl ", "x-api-key: $(cat '")
                .doesNotContain(key);
        Matcher command = Pattern.compile(
                        "curl -s -H \"x-api-key: \\$\\(cat '([^']+)'\\)\" -H 'Content-Type: application/json'\\s+\\\\\\s+"
                                + "-d '(\\{[^']+})'\\s+\\\\\\s+http://127\\.0\\.0\\.1:[0-9]+(/\\S+)")
                .matcher(process.console());
        assertThat(command.find()).as(process.console()).isTrue();
        assertThat(Path.of(command.group(1))).isEqualTo(keyFile);
        Api admin = Api.withKey(process.server(), key);
        return new TestAccount(
                admin,
                admin.call("POST", command.group(3), command.group(2)).is(200).json());
    }

    /** A link stands for a file whose permissions the server may not change. The server changes nothing behind a link. */
    private void whatCannotBeNarrowedIsReported(ServerProcess process, Api admin) throws IOException {
        assertThat(admin.get("/api/health").is(200).json().getString("status")).isEqualTo("UP");
        Path copy = Files.copy(data.resolve("admin-api-key"), directory.resolve("copy"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(data.resolve("admin-api-key.old"), copy);

        Poll.until(NOTICED_WITHIN, () -> {
            JsonObject health = admin.get("/api/health").is(200).json();
            assertThat(health.getString("status")).isEqualTo("DEGRADED");
            assertThat(health.getJsonObject("checks").getString("permissions"))
                    .isEqualTo(link + " may be used by other users: chmod go-rwx");
        });
        assertThat(process.console()).contains(link + " may be used by other users");
    }

    /** Returns the data directory and the files in it that another user may use. */
    private List<String> widerThanTheOwners() throws IOException {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.map(path -> path + " " + permissions(path))
                    .filter(line -> !line.endsWith("------"))
                    .toList();
        }
    }

    private void letOthersRead() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("admin-api-key", "provisioning.mv.db")) {
            Files.setPosixFilePermissions(data.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String key() throws IOException {
        Path file = data.resolve("admin-api-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return Files.readString(file).strip();
    }

    private List<String> history() throws SQLException {
        return query("SELECT * FROM \"flyway_schema_history\" ORDER BY \"installed_rank\"");
    }

    /** Runs a query while the server is down, because the server locks the database file. */
    private List<String> query(String sql) throws SQLException {
        String url = "jdbc:h2:file:" + data.resolve("provisioning");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet found = statement.getResultSet();
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.append(found.getString(i)).append('|');
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }
}
