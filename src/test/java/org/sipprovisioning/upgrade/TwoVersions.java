package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** What must work at two servers with one database, of which one has another version, as if they were one server. */
record TwoVersions(Sample sample, Server one, Server other) {
    /** A node sees a change of a space within about two seconds. The rest is for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    private static final String ME = "/provisioning/me";

    /** @param firstToken the number of the first of four filled accounts whose tokens are used up */
    void assertOne(int firstToken) {
        aTokenIsUsedOnce(firstToken);
        aNewAccountIsKnown();
        aChangedAccountIsKnown();
        aDeletedAccountIsGone();
        aChangedSpaceIsKnown();
        aLimitedSpaceIsFullAtBoth();
        aChallengeIsAnswered();
        aNewKeyWorks();
        anAuthTokenIsUsed();
        anEventIsListed();
    }

    private void aTokenIsUsedOnce(int firstToken) {
        for (int number = firstToken; number < firstToken + 4; number++) {
            String path = "/provisioning/" + Filling.token(number);
            List<Integer> statuses = Race.run(
                    4,
                    runner -> Phone.at(runner % 2 == 0 ? one : other).get(path).status());
            assertThat(statuses).as(path).containsOnly(200, 404).containsOnlyOnce(200);
        }
    }

    private void aNewAccountIsKnown() {
        TestAccount made = Fixtures.account(admin(one));
        assertSame(made.path());
        assertThat(Login.of(made).get(other, ME).is(200).body()).contains(made.username());
        Phone.at(other).config("/provisioning/" + made.token());
        Phone.at(one).assertDead(made.token());
    }

    private void aChangedAccountIsKnown() {
        TestAccount made = Fixtures.account(admin(one));
        made.change(Map.of("display_name", "Changed", "email", "changed@example.org", "password", "another-password"));
        assertSame(made.path());
        made.act("block");
        new Login(made.username(), made.domain(), "another-password")
                .get(other, ME)
                .is(403);
        assertSame(made.path());
    }

    private void aDeletedAccountIsGone() {
        TestAccount made = Fixtures.account(admin(one));
        admin(other).delete(made.path()).is(200);
        admin(one).get(made.path()).is(404);
    }

    private void aChangedSpaceIsKnown() {
        String path = "/api/spaces/" + sample.domain();
        String mtu = Integer.toString(1300 + Math.floorMod(System.nanoTime(), 100));
        superAdmin(one)
                .put(path, Map.of("custom_provisioning_entries", "[net]\nmtu=" + mtu + "\n"))
                .is(200);
        Poll.until(
                NOTICED_WITHIN,
                () -> assertThat(Phone.at(other)
                                .host(sample.domain())
                                .config("/provisioning")
                                .value("net", "mtu"))
                        .isEqualTo(mtu));
        assertSame(path);
    }

    /** Each node counts the accounts that the other one has made and deleted. */
    private void aLimitedSpaceIsFullAtBoth() {
        String domain = Fixtures.hostedSpace(superAdmin(one), Map.of("max_accounts", 2));
        TestAccount first = Fixtures.account(superAdmin(one), Map.of("domain", domain));
        Fixtures.account(superAdmin(other), Map.of("domain", domain));
        assertFull(domain);
        superAdmin(one).delete(first.path()).is(200);
        Fixtures.account(superAdmin(other), Map.of("domain", domain));
        assertFull(domain);
    }

    private void assertFull(String domain) {
        for (Server server : List.of(one, other)) {
            superAdmin(server)
                    .post(
                            "/api/accounts",
                            Fixtures.accountFields().add("domain", domain).build())
                    .is(409);
        }
    }

    private void aChallengeIsAnswered() {
        Login.of(sample.alice()).get(one, other, ME).is(200);
    }

    private void aNewKeyWorks() {
        String key = admin(one)
                .post(
                        "/api/keys",
                        Json.createObjectBuilder().add("name", "a key").build())
                .is(201)
                .json()
                .getString("key");
        Api.withKey(other, key).get("/api/accounts?per_page=1").is(200);
    }

    private void anAuthTokenIsUsed() {
        String tokens = "/api/accounts/auth_token";
        String token = Api.anonymous(one).call("POST", tokens).is(201).json().getString("token");
        Api.withKey(other, sample.usersKey())
                .call("POST", tokens + "/" + token + "/attach")
                .is(200);
        Phone.at(one).config("/provisioning/auth_token/" + token);
        assertThat(Phone.at(other).get("/provisioning/auth_token/" + token).status())
                .isEqualTo(404);
    }

    private void anEventIsListed() {
        TestAccount made = Fixtures.account(admin(one));
        String path = "/api/audit?event=account_created&account=" + made.sipUri();
        assertThat(admin(other).get(path).is(200).json().getInt("total")).isEqualTo(1);
    }

    /** Asserts that the nodes answer the same, apart from the fields that only one of them has. */
    private void assertSame(String path) {
        Map<String, JsonValue> answer = superAdmin(one).get(path).is(200).json();
        Map<String, JsonValue> ofTheOther =
                new TreeMap<>(superAdmin(other).get(path).is(200).json());
        ofTheOther.keySet().retainAll(answer.keySet());
        assertThat(answer).as(path).containsAllEntriesOf(ofTheOther);
        assertThat(ofTheOther).as(path).isNotEmpty();
    }

    private Api admin(Server server) {
        return Api.withKey(server, sample.adminsKey());
    }

    private static Api superAdmin(Server server) {
        return Api.withKey(server, Sample.SUPER_ADMINS_KEY);
    }
}
