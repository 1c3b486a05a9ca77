package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/**
 * What clients have made through the API of the old version, with something in every table and column, and the secrets that
 * they know.
 *
 * @param domain a space with every setting
 * @param alice has everything that an account can have; her provisioning token is unused
 * @param used has a used provisioning token
 * @param expired has an expired provisioning token
 * @param adminsKey a key of the admin of the space
 * @param programsKey a key with a name and addresses, which the admin has made
 * @param usersKey alice's key
 * @param attached an auth token that is attached to alice
 * @param unattached an auth token that is attached to nobody
 */
record Sample(
        String domain,
        TestAccount alice,
        TestAccount used,
        TestAccount expired,
        String adminsKey,
        String programsKey,
        String usersKey,
        String attached,
        String unattached) {
    /** The key that the server is configured with. */
    static final String SUPER_ADMINS_KEY = "admin-api-key-of-the-upgrade-test";

    private static final String ENTRIES = "[sound]\nring=ring.wav\n[misc]\nuuid=é 😀\n";
    private static final String AUTH_TOKENS = "/api/accounts/auth_token";

    static Sample make(Server server, Connection connection) throws SQLException {
        Api admin = Api.withKey(server, SUPER_ADMINS_KEY);
        String domain = Fixtures.hostedSpace(admin, spaceFields());
        JsonObject book = admin.post("/api/spaces/" + domain + "/carddavs", bookFields())
                .is(200)
                .json();
        TestAccount used = account(admin, domain, Map.of());
        Phone.at(server).config("/provisioning/" + used.token());
        TestAccount expired = account(admin, domain, Map.of());
        expire(connection, expired);
        TestAccount alice = alice(admin, domain, List.of(used, expired), book.getInt("id"));
        String adminsKey = key(admin, account(admin, domain, Map.of("admin", true)));
        Sample sample = new Sample(
                domain,
                alice,
                used,
                expired,
                adminsKey,
                key(Api.withKey(server, adminsKey)),
                usersKey(server, alice),
                authToken(server),
                authToken(server));
        attach(server, sample);
        keepAuthTokens(connection);
        return sample;
    }

    List<TestAccount> accounts() {
        return List.of(alice, used, expired);
    }

    private static JsonObject spaceFields() {
        return Json.createObjectBuilder()
                .add("custom_provisioning_entries", ENTRIES)
                .add("custom_provisioning_overwrite", Json.createArrayBuilder().add("sound/*"))
                .add("account_proxy_registrar_address", "sip:registrar.example.net:5061;transport=tcp")
                .add("expire_at", "2099-01-19T03:14:07.125Z")
                .add("max_accounts", 1000)
                .add("max_account", 3)
                .add("disable_chat_feature", true)
                .add(
                        "oidc",
                        Json.createObjectBuilder()
                                .add("issuer", "https://login.example.org")
                                .add("jwks_url", "https://login.example.org/keys")
                                .add("audience", "phones")
                                .add("claim", "sip"))
                .add("digest_and_bearer", true)
                .build();
    }

    private static JsonObject bookFields() {
        return Json.createObjectBuilder()
                .add("uri", "https://dav.example.com/book/")
                .add("port", 8443)
                .add("min_characters", 1)
                .add("results_limit", 20)
                .add("fields_for_user_input", "FN,N,X-NICK")
                .add("fields_for_domain", "IMPP")
                .build();
    }

    private static TestAccount account(Api admin, String domain, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("domain", domain);
        fields.put("activated", true);
        return Fixtures.account(admin, fields);
    }

    private static TestAccount alice(Api admin, String domain, List<TestAccount> contacts, int book) {
        TestAccount alice = account(
                admin,
                domain,
                Map.of(
                        "display_name",
                        "Alice Ä. \"A\"",
                        "email",
                        "alice@example.org",
                        "phone",
                        "+33123456789",
                        "dtmf_protocol",
                        "rfc2833",
                        "dictionary",
                        Json.createObjectBuilder().add("office", "Zürich").build()));
        contacts.forEach(alice::addContact);
        alice.linkExternal(Fixtures.externalFields());
        admin.put(
                        alice.path() + "/carddavs/" + book,
                        Map.of("username", "alice", "realm", "dav.example.com", "password", "of-the-address-book"))
                .is(200);
        return alice.issue();
    }

    /** Has the admin's key made by a super admin. */
    private static String key(Api superAdmin, TestAccount admin) {
        return superAdmin
                .post("/api/keys", Map.of("name", "first", "account", admin.sipUri()))
                .is(201)
                .json()
                .getString("key");
    }

    private static String key(Api admin) {
        JsonObject fields = Json.createObjectBuilder()
                .add("name", "a program's key")
                .add("ips", Json.createArrayBuilder().add("127.0.0.0/8").add("2001:db8::/32"))
                .build();
        return admin.post("/api/keys", fields).is(201).json().getString("key");
    }

    private static String usersKey(Server server, TestAccount account) {
        return Login.of(account)
                .get(server, "/api/accounts/me/api_key")
                .is(200)
                .json()
                .getString("api_key");
    }

    private static String authToken(Server server) {
        return Api.anonymous(server).call("POST", AUTH_TOKENS).is(201).json().getString("token");
    }

    private static void attach(Server server, Sample sample) {
        Api.withKey(server, sample.usersKey)
                .call("POST", AUTH_TOKENS + "/" + sample.attached + "/attach")
                .is(200);
    }

    private static void expire(Connection connection, TestAccount account) throws SQLException {
        update(
                connection,
                "UPDATE provisioning_token SET expires_at = created_at WHERE account_id = " + account.id(),
                1);
    }

    /** Makes the auth tokens valid for longer than this test takes: the server makes them for five minutes. */
    private static void keepAuthTokens(Connection connection) throws SQLException {
        update(connection, "UPDATE auth_token SET expires_at = expires_at + 86400000", 2);
    }

    private static void update(Connection connection, String sql, int rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(rows);
        }
    }
}
