package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Api.unique;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.TestAccount;

/** Tests transactions at both nodes that change the same: the cluster refuses one of them at its commit, and it is run again. */
@Galera
class ConflictIT {
    private static final int TOKENS = 40;
    private static final int CLIENTS = 8;

    private final ApplicationNodes nodes = ApplicationNodes.get();
    private final DatabaseNode database = GaleraCluster.get().first();
    private final Api admin = nodes.admin(0);

    @Test
    void eachTokenIsGoodForOneClient() {
        List<TestAccount> accounts =
                Stream.generate(() -> Fixtures.account(admin)).limit(TOKENS).toList();
        long before = GaleraCluster.get().conflicts();

        for (TestAccount account : accounts) {
            List<Integer> statuses = Race.run(
                    CLIENTS, client -> nodes.phone(client).get(account.url()).status());
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        }

        assertThat(GaleraCluster.get().conflicts() - before)
                .as("without a conflict this test shows nothing")
                .isPositive();
        for (TestAccount account : accounts) {
            assertThat(account.isActivated()).isTrue();
            assertThat(database.query(
                            "SELECT COUNT(*) FROM provisioning.audit_event"
                                    + " WHERE event = 'token_consumed' AND outcome = 'success' AND account = ?",
                            account.sipUri()))
                    .containsExactly("1");
        }
        System.out.println("conflicts: " + (GaleraCluster.get().conflicts() - before));
    }

    /** 409: ten tries were refused, or a lock was not free in time. 503: no connection was free in time. Both on a slow machine only. */
    @RepeatedTest(3)
    void ofFiftyAccountsOfOneNameOneIsMade() {
        String name = unique("user-");

        List<Integer> statuses = Race.run(50, client -> nodes.postAccount(client, name));

        assertThat(statuses).containsOnlyOnce(200).contains(422).isSubsetOf(200, 422, 409, 503);
        assertThat(database.query("SELECT COUNT(*) FROM provisioning.account WHERE username = ?", name))
                .containsExactly("1");
    }

    @Test
    void aFirstTokenAtOneNodeIsKnownAtTheOther() {
        for (int i = 0; i < 20; i++) {
            TestAccount account = Fixtures.account(nodes.admin(i));
            nodes.phone(i + 1).config(account.url());
            nodes.phone(i).assertDead(account.token());
        }
    }

    /** The second node still applies a large change when it is asked. */
    @Test
    void aNodeThatIsBehindKnowsWhatWasCommitted() {
        database.execute("CREATE TABLE provisioning.ballast (a INT PRIMARY KEY, b CHAR(200)) ENGINE=InnoDB");
        TestAccount account = Fixtures.account(admin);
        for (int round = 0; round < 5; round++) {
            String former = account.issue().token();
            database.execute("INSERT INTO provisioning.ballast SELECT seq, 'x' FROM provisioning.seq_%d_to_%d"
                    .formatted(round * 50_000 + 1, (round + 1) * 50_000));
            String fresh = account.issue().token();

            Phone phone = nodes.phone(1);
            phone.config("/provisioning/" + fresh);
            phone.assertDead(former);
        }
        database.execute("DROP TABLE provisioning.ballast");
    }

    @RepeatedTest(12)
    void noSpaceHasMoreAccountsThanItMay() {
        String domain = Fixtures.hostedSpace(admin, Map.of("max_accounts", 1));

        List<Integer> statuses = Gate.before("INSERT ON account")
                .race(client -> nodes.admin(client)
                        .post("/api/accounts", accountOf(domain))
                        .status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @RepeatedTest(6)
    void aUserHasOneKey() {
        TestAccount account = Fixtures.account(admin, Map.of("activated", true));
        String key = key(account);

        List<Integer> statuses = Gate.before("INSERT ON api_key")
                .race(client -> Api.withKey(nodes.node(client).server(), key)
                        .get("/api/accounts/me/api_key")
                        .status());

        assertThat(statuses).containsOnly(200);
        assertThat(database.query(
                        "SELECT COUNT(*) FROM provisioning.api_key WHERE account_id = ? AND kind = 'USER'",
                        account.id()))
                .containsExactly("1");
    }

    private String key(TestAccount account) {
        String key = unique("key-");
        database.execute("INSERT INTO provisioning.api_key (account_id, hash, name, kind, created_at) VALUES ("
                + account.id() + ", SHA2('" + key + "', 256), 'test', 'FIRST', 0)");
        return key;
    }

    @RepeatedTest(6)
    void noTwoCredentialsHaveOneNameAndRealm() {
        String domain = Fixtures.hostedSpace(admin, Map.of());
        int server = admin.post("/api/spaces/" + domain + "/carddavs", Map.of("uri", "https://dav.example.org/"))
                .json()
                .getInt("id");
        TestAccount account = Fixtures.account(admin, Map.of("domain", domain));
        Map<String, String> cardDav = Map.of("username", "ext", "realm", "sip.example.com", "password", "secret");

        List<Integer> statuses = Gate.before("INSERT ON external_account", "INSERT ON carddav_credential")
                .race(client -> client == 0
                        ? nodes.admin(0)
                                .post(account.path() + "/external", Fixtures.externalFields())
                                .status()
                        : nodes.admin(1)
                                .put(account.path() + "/carddavs/" + server, cardDav)
                                .status());

        assertThat(statuses).containsOnlyOnce(422);
    }

    @RepeatedTest(6)
    void aSpaceThatGetsAnAccountIsNotDeleted() {
        String domain = Fixtures.hostedSpace(admin, Map.of());

        List<Integer> statuses = Gate.before("INSERT ON account", "DELETE ON space")
                .race(client -> client == 0
                        ? nodes.admin(0)
                                .post("/api/accounts", accountOf(domain))
                                .status()
                        : nodes.admin(1).delete("/api/spaces/" + domain).status());

        assertThat(statuses).filteredOn(status -> status < 300).hasSize(1);
    }

    /** Both requests at one node, and at two. The first admin's space is super, too. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void oneSuperSpaceStays(int second) {
        String domain = Fixtures.hostedSpace(admin, Map.of("super", true));
        List<String> domains = List.of(Fixtures.DEFAULT_SPACE, domain);

        List<Integer> statuses = Gate.before("INSERT ON audit_event")
                .race(client -> nodes.admin(client * second)
                        .put("/api/spaces/" + domains.get(client), Map.of("super", false))
                        .status());

        database.execute("UPDATE provisioning.space SET super_space = (domain = '" + Fixtures.DEFAULT_SPACE
                + "'), version = version + 1");
        assertThat(statuses).containsOnlyOnce(200).containsAnyOf(403, 409);
    }

    private static Map<String, String> accountOf(String domain) {
        return Map.of("username", unique("user-"), "password", Fixtures.PASSWORD, "domain", domain);
    }
}
