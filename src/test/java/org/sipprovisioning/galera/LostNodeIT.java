package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.datasource.ProvisioningDataSource;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.TestAccount;

/** Tests nodes that are killed while phones use tokens: no token is honoured twice, and none is lost. */
@Galera
class LostNodeIT {
    private static final String URL = "provisioning.db.url";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The driver tries again after one second, and by default after 60. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String SESSION =
            "SELECT CONCAT(@@bind_address, ':', @@port, ' ', @@wsrep_sync_wait) FROM change_counter LIMIT 1";

    private static final int PHONES = 4;
    private static final int TOKENS = 40;

    private final ApplicationNodes nodes = ApplicationNodes.get();
    private final GaleraCluster cluster = GaleraCluster.get();
    private final List<TestAccount> accounts = Stream.generate(() -> Fixtures.account(nodes.admin(0)))
            .limit(PHONES)
            .toList();

    /** Returns the servers, which have gone to the other nodes of the database, to their own. */
    @AfterAll
    static void restart() {
        ApplicationNodes nodes = ApplicationNodes.get();
        Race.run(2, node -> {
            nodes.node(node).restart();
            return node;
        });
    }

    @Test
    void aDatabaseNodeIsLostAndJoinsAgain() throws InterruptedException {
        TokenLoad load = TokenLoad.start(nodes, accounts);
        load.awaitUsed(TOKENS);
        cluster.second().kill();
        load.awaitUsed(TOKENS);
        cluster.second().start(cluster.first().groupAddress());
        load.awaitUsed(TOKENS);

        assertInTheTrail(load);
    }

    @Test
    void anApplicationServerIsLostAndComesBack() throws InterruptedException {
        TokenLoad load = TokenLoad.start(nodes, accounts);
        load.awaitUsed(TOKENS);
        nodes.node(1).kill();
        load.awaitUsed(TOKENS);
        nodes.node(1).start();
        load.awaitUsed(TOKENS);

        assertInTheTrail(load);
    }

    /** Without a majority each request gets 503, and the servers need no restart afterwards. */
    @Test
    void aNodeWithoutAMajorityRefusesEachRequest() {
        TestAccount account = accounts.get(0);
        cluster.arbitrator().kill();
        cluster.second().kill();
        try {
            Poll.until(
                    PATIENCE,
                    () -> assertThat(cluster.first().status("wsrep_cluster_status"))
                            .isEqualTo("non-Primary"));
            for (int i = 0; i < 6; i++) {
                Phone phone = nodes.phone(i);
                // The first answers may be those of requests that were waiting for their commit
                Poll.until(PATIENCE, () -> assertUnavailable(phone.get(account.url())));
                assertUnavailable(phone.get(account.url()));
            }
        } finally {
            cluster.first().execute("SET GLOBAL wsrep_provider_options = 'pc.bootstrap=YES'");
            cluster.second().start(cluster.first().groupAddress());
            cluster.startArbitrator();
        }

        Poll.until(PATIENCE, () -> nodes.phone(0).assertLive(account.token()));
        nodes.phone(0).config(account.url());
        Poll.until(PATIENCE, () -> nodes.phone(1).assertDead(account.token()));
    }

    /** A node that copies its data, or has no majority, accepts connections and refuses statements, as this one does. */
    @Test
    void aSessionLeavesANodeThatIsNotReadyAndStaysSynchronous() throws SQLException {
        String first = cluster.first().address();
        String second = cluster.second().address();
        System.setProperty(
                URL,
                cluster.second().url("provisioning").replace("//" + second, "sequential://" + second + "," + first));
        try (Connection connection = new ProvisioningDataSource().getConnection()) {
            assertThat(query(connection, SESSION)).isEqualTo(second + " 7");
            cluster.second().execute("SET GLOBAL wsrep_reject_queries = ALL");
            Poll.until(SOON, () -> assertThat(query(connection, SESSION)).isEqualTo(first + " 7"));

            // By default the driver would avoid this node as long as the other one
            cluster.first().execute("KILL " + query(connection, "SELECT CONNECTION_ID()"));
            Poll.until(SOON, () -> assertThat(query(connection, SESSION)).isEqualTo(first + " 7"));
        } finally {
            System.clearProperty(URL);
            cluster.second().execute("SET GLOBAL wsrep_reject_queries = NONE");
        }
    }

    /** Returns the text that is selected, or that of the failure. */
    private static String query(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.text()).contains("The database is not available.");
        assertThat(answer.header("Retry-After")).matches("[0-9]+");
    }

    private void assertInTheTrail(TokenLoad load) throws InterruptedException {
        Map<String, Integer> used = load.end();
        System.out.println(load);
        for (DatabaseNode node : List.of(cluster.first(), cluster.second())) {
            used.forEach((sipUri, tokens) -> assertThat(node.query(
                            "SELECT COUNT(*) FROM provisioning.audit_event"
                                    + " WHERE event = 'token_consumed' AND outcome = 'success' AND account = ?",
                            sipUri))
                    .containsExactly(tokens.toString()));
        }
    }
}
