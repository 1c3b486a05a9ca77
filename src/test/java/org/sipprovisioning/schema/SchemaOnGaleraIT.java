package org.sipprovisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.sipprovisioning.datasource.ProvisioningDataSource;
import org.sipprovisioning.galera.DatabaseNode;
import org.sipprovisioning.galera.Galera;
import org.sipprovisioning.galera.GaleraCluster;
import org.sipprovisioning.it.Race;

/** Tests servers that migrate an empty database at the same time, at two nodes of a cluster. */
@Galera
class SchemaOnGaleraIT {
    private static final String URL = "provisioning.db.url";

    private final GaleraCluster cluster = GaleraCluster.get();

    @AfterAll
    static void clear() {
        System.clearProperty(URL);
    }

    @RepeatedTest(5)
    void serversThatStartAtOnceMigrateOnce(RepetitionInfo repetition) throws SQLException, IOException {
        String database = "schema" + repetition.getCurrentRepetition();
        cluster.first().execute("CREATE DATABASE " + database);
        List<ProvisioningDataSource> servers = new ArrayList<>();
        List<Connection> open = new ArrayList<>();
        for (DatabaseNode node : List.of(cluster.first(), cluster.second(), cluster.first(), cluster.second())) {
            ProvisioningDataSource server = new ProvisioningDataSource();
            servers.add(server);
            open.add(open(server, node.url(database)));
        }

        List<Integer> applied =
                Race.run(servers.size(), server -> new Schema(new SchemaConnections(servers.get(server))).migrate());

        for (Connection connection : open) {
            connection.close();
        }
        assertThat(applied.stream().mapToInt(Integer::intValue).sum())
                .as("Each migration once, by whichever server: %s", applied)
                .isEqualTo(MigrationsTest.migrations().size());
        assertThat(cluster.second().query("SELECT COUNT(*) FROM " + database + ".schema_lock"))
                .containsExactly("0");
        cluster.first().execute("DROP DATABASE " + database);
    }

    /** Opens a connection, and with it the pool of the data source, which reads its settings now. */
    private static Connection open(ProvisioningDataSource server, String url) throws SQLException {
        System.setProperty(URL, url);
        Connection connection = server.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
        return connection;
    }
}
