package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests two servers that start at the same time at two nodes of a cluster, with an empty database and one data directory. */
@Galera
class FirstStartsIT {
    private final ApplicationNodes nodes = ApplicationNodes.get();

    @Test
    void bothServeAndOneKeyIsValidAtBoth() throws IOException {
        assertThat(nodes.all())
                .filteredOn(node -> node.console().contains("The provisioning server is set up"))
                .hasSize(1);
        try (Stream<Path> files = Files.list(ApplicationNodes.DATA)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("admin-api-key");
        }
        nodes.admin(0).get("/api/spaces").is(200);
        nodes.admin(1).get("/api/spaces").is(200);
    }
}
