package org.sipprovisioning.galera;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.ServerProcess;

/**
 * Two application servers, one at each node of the database; each uses the other node if its own is lost. They start at the same time,
 * with an empty database and one data directory, and run to the end of the process.
 */
final class ApplicationNodes {
    static final Path DATA = GaleraCluster.DIRECTORY.resolve("data");

    /** Starts the servers at the first use. If that fails, each further use fails at once. */
    private static final class Running {
        private static final ApplicationNodes NODES = new ApplicationNodes(GaleraCluster.get());
    }

    private final List<ServerProcess> nodes;
    private final String key;

    private ApplicationNodes(GaleraCluster cluster) {
        String first = cluster.first().address();
        String second = cluster.second().address();
        List<String> hosts = List.of(first + "," + second, second + "," + first);
        nodes = Race.run(
                2,
                node -> ServerProcess.start(
                        GaleraCluster.DIRECTORY.resolve("node" + node), environment(hosts.get(node))));
        try {
            key = Files.readString(DATA.resolve("admin-api-key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(String hosts) {
        return Map.of(
                "PROVISIONING_DB_URL",
                "jdbc:mariadb:sequential://" + hosts + "/provisioning",
                "PROVISIONING_DB_USER",
                GaleraCluster.USER,
                "PROVISIONING_DB_PASSWORD",
                GaleraCluster.PASSWORD,
                // So that no burst of requests waits for a connection
                "PROVISIONING_DB_POOL_SIZE",
                "30",
                "PROVISIONING_DATA_DIR",
                DATA.toString(),
                "PROVISIONING_DEFAULT_SPACE",
                "sip.example.org");
    }

    static ApplicationNodes get() {
        return Running.NODES;
    }

    List<ServerProcess> all() {
        return nodes;
    }

    /** @param number any number; even numbers are the first node */
    ServerProcess node(int number) {
        return nodes.get(number % 2);
    }

    Api admin(int node) {
        return Api.withKey(node(node).server(), key);
    }

    Phone phone(int node) {
        return Phone.at(node(node).server());
    }

    /** Requests a new account. Returns the status, whatever it is. */
    int postAccount(int node, String username) {
        Server server = node(node).server();
        String account = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, Fixtures.PASSWORD);
        return server.send(server.request("/api/accounts")
                        .header("x-api-key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(account)))
                .statusCode();
    }

    /** Returns the first admin as a client that accepts a 503. */
    Phone adminOfAnyStatus(int node) {
        return phone(node).with("x-api-key", key);
    }
}
