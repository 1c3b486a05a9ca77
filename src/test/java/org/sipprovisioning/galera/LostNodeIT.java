package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.TestAccount;

/** Tests nodes that are killed while phones use tokens: no token is honoured twice, and none is lost. */
@Galera
class LostNodeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PHONES = 4;
    private static final int TOKENS = 40;

    private final ApplicationNodes nodes = ApplicationNodes.get();
    private final GaleraCluster cluster = GaleraCluster.get();
    private final List<TestAccount> accounts = Stream.generate(() -> Fixtures.account(nodes.admin(0)))
            .limit(PHONES)
            .toList();

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
            Poll.until(PATIENCE, () -> assertThat(cluster.first().status("wsrep_cluster_status"))
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
