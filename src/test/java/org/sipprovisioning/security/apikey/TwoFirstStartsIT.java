package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.ServerProcess;

/** Tests two nodes that start at the same time with one empty database and one data directory. */
@InServer // Starts the database
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB") // H2 is for one server
class TwoFirstStartsIT {
    private static final String WELCOME = "The provisioning server is set up";

    @TempDir
    private Path directory;

    @Test
    void bothServeAndOneKeyIsValidOnBoth() throws IOException {
        Path data = directory.resolve("data");
        Map<String, String> environment = new HashMap<>(Database.another("two_first_starts"));
        environment.put("PROVISIONING_DATA_DIR", data.toString());

        List<ServerProcess> nodes =
                Race.run(2, node -> ServerProcess.start(directory.resolve("node" + node), environment));
        try {
            assertThat(nodes)
                    .filteredOn(node -> node.console().contains(WELCOME))
                    .hasSize(1);
            assertThat(files(data)).containsExactly("admin-api-key");
            String key = Files.readString(data.resolve("admin-api-key")).strip();
            for (ServerProcess node : nodes) {
                Api.withKey(node.server(), key).get("/api/spaces").is(200);
            }
        } finally {
            nodes.forEach(ServerProcess::close);
        }
    }

    private static List<String> files(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
