package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/keys}, by which admins make keys for their programs. */
@InServer
class KeyIT {
    private static final String KEYS = "/api/keys";
    private static final String ANYTHING = "/api/accounts?per_page=1";

    private final String domain = space();
    private final Api admin = adminOf(domain);

    @Test
    void isToldOnceAndThenWorks() {
        JsonObject made = make(fields("provisioning script"));

        assertThat(made.getString("key")).matches("[A-Za-z0-9_-]{43}");
        JsonObject listed = listed(admin, made.getInt("id"));
        assertThat(listed).doesNotContainKey("key");
        assertThat(listed.keySet())
                .containsExactlyInAnyOrder("id", "name", "ips", "account", "kind", "created_at", "last_used_at");
        assertThat(listed.getString("name")).isEqualTo("provisioning script");
        assertThat(listed.getString("account")).endsWith("@" + domain);
        assertThat(listed.getString("kind")).isEqualTo("admin");
        assertThat(listed.getJsonArray("ips")).isEmpty();
        assertThat(listed.get("last_used_at")).isEqualTo(JsonValue.NULL);
        assertThat(Instant.parse(listed.getString("created_at")))
                .isBefore(Instant.now().plusMillis(1));
        assertThat(admin.get(KEYS).body()).doesNotContain(made.getString("key"));
        Api.withKey(made.getString("key")).get(ANYTHING).is(200);
    }

    @Test
    void isKeptAsItsHashOnly() {
        JsonObject made = make(fields("hashed"));

        assertThat(Rows.row("SELECT * FROM api_key WHERE id = ?", made.getInt("id")))
                .isNotEmpty()
                .doesNotContain(made.getString("key"));
    }

    /** A program with the key has the rights of the admin who made it, and no more. */
    @Test
    void provesItsMaker() {
        Api program = Api.withKey(make(fields("program")).getString("key"));

        JsonObject me = program.get("/api/accounts/me").is(200).json();
        assertThat(me).isEqualTo(admin.get("/api/accounts/me").json());
        program.get("/api/spaces").is(403);
    }

    /** Nothing else gives a new admin a first key: the password and the user's key are a user's login. */
    @Test
    void isMadeForAnotherAdminToo() {
        TestAccount colleague = Fixtures.account(domain, Map.of("activated", true, "admin", true));

        JsonObject made = make(of("for a colleague", colleague.sipUri()));

        assertThat(made.getString("account")).isEqualTo(colleague.sipUri());
        Api theirs = Api.withKey(made.getString("key"));
        theirs.get(ANYTHING).is(200);
        assertThat(theirs.get("/api/accounts/me").is(200).json().getInt("id")).isEqualTo(colleague.id());
        Api.superAdmin().post(KEYS, of("by a super admin", colleague.sipUri())).is(201);
    }

    @Test
    void isMadeForAdminsOfTheOwnSpaceOnly() {
        TestAccount user = Fixtures.account(domain, Map.of("activated", true));
        TestAccount blocked = Fixtures.account(domain, Map.of("activated", true, "admin", true));
        blocked.act("block");
        TestAccount notActivated = Fixtures.account(domain, Map.of("admin", true));
        TestAccount stranger = Fixtures.account(space(), Map.of("activated", true, "admin", true));

        for (String account : List.of(
                user.sipUri(),
                blocked.sipUri(),
                notActivated.sipUri(),
                stranger.sipUri(),
                "sip:admin@sip.example.org",
                "sip:nobody@" + domain,
                "nonsense")) {
            admin.post(KEYS, of("for another", account)).refuses("account");
        }
        admin.call("POST", KEYS, "{\"name\": \"a\", \"account\": 7}").refuses("account");
    }

    @Test
    void isGoodFromItsAddressesOnly() {
        String own = "127.20." + octet() + "." + octet();
        JsonObject made = make(fields("from there", own, "2001:db8::/32", "127.21.0.0/16"));

        assertThat(listed(admin, made.getInt("id")).getJsonArray("ips"))
                .isEqualTo(Json.createArrayBuilder(List.of(own, "2001:db8::/32", "127.21.0.0/16"))
                        .build());
        assertThat(statusFrom(own, made)).isEqualTo(200);
        assertThat(statusFrom("127.21.3.4", made)).isEqualTo(200);
        assertThat(statusFrom("127.22.3.4", made)).isEqualTo(401);
        Api.withKey(made.getString("key"))
                .with("X-Forwarded-For", own)
                .with("Forwarded", "for=" + own)
                .get(ANYTHING)
                .is(401);
    }

    /** From another address the key is like an unknown one, and its last use does not change. */
    @Test
    void useFromElsewhereIsNone() {
        JsonObject made = make(fields("from there", "198.51.100.7"));

        String wrong = Api.withKey("wrong").get(ANYTHING).is(401).body();
        assertThat(Api.withKey(made.getString("key")).get(ANYTHING).is(401).body())
                .isEqualTo(wrong);
        assertThat(lastUse(made)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ips\": []}",
                "{\"name\": \"\"}",
                "{\"name\": null}",
                "{\"name\": 7}",
                "{\"name\": \"a\\nb\"}",
                "{\"name\": [\"a\"]}"
            })
    void needsAName(String body) {
        admin.call("POST", KEYS, body).refuses("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"127.0.0.1\"",
                "7",
                "{}",
                "[7]",
                "[null]",
                "[[]]",
                "[\"\"]",
                "[\"localhost\"]",
                "[\"127.0.0.256\"]",
                "[\"10.0.0.0/33\"]",
                "[\"10.0.0.0/\"]",
                "[\"10.0.0.0/-1\"]",
                "[\"::/129\"]",
                "[\"127.0.0.1\", \"everywhere\"]",
                "[\"127.0.0.1\\n0.0.0.0/0\"]"
            })
    void addressesMustBeSome(String ips) {
        int before = keys(admin).size();

        admin.call("POST", KEYS, "{\"name\": \"a\", \"ips\": " + ips + "}").refuses("ips");

        assertThat(keys(admin)).hasSize(before);
    }

    @Test
    void adminSeesThoseOfTheirSpaceASuperAdminAll() {
        JsonObject own = make(fields("own"));
        Api colleague = adminOf(domain);
        Api stranger = adminOf(space());

        assertThat(ids(colleague)).contains(own.getInt("id"));
        assertThat(ids(Api.superAdmin())).contains(own.getInt("id"));
        assertThat(ids(stranger)).doesNotContain(own.getInt("id"));
        assertThat(keys(admin))
                .allSatisfy(key -> assertThat(key.getString("account")).endsWith("@" + domain));
    }

    @Test
    void revokedKeyIsRefusedAtOnce() {
        JsonObject made = make(fields("to be revoked"));
        Api program = Api.withKey(made.getString("key"));
        program.get(ANYTHING).is(200);

        assertThat(admin.delete(path(made.getInt("id"))).is(200).body()).isEmpty();

        program.get(ANYTHING).is(401);
        admin.delete(path(made.getInt("id"))).is(404);
        assertThat(ids(admin)).doesNotContain(made.getInt("id"));
    }

    @Test
    void colleaguesAndSuperAdminsRevokeIt() {
        JsonObject first = make(fields("first"));
        JsonObject second = make(fields("second"));

        adminOf(domain).delete(path(first.getInt("id"))).is(200);
        Api.superAdmin().delete(path(second.getInt("id"))).is(200);

        assertThat(ids(admin)).doesNotContain(first.getInt("id"), second.getInt("id"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        int own = make(fields("own")).getInt("id");

        adminOf(space()).delete(path(own)).is(404);
        admin.delete(KEYS + "/9223372036854775807").is(404);
        admin.delete(KEYS + "/0").is(404);
        admin.delete(KEYS + "/name").is(404);
        assertThat(ids(admin)).contains(own);
    }

    @Test
    void usersKeysAreNobodysBusiness() {
        TestAccount user = Fixtures.account(domain);
        withKeyOf(user).get("/api/accounts/me/api_key").is(200);
        int id = Integer.parseInt(Rows.row("SELECT id FROM api_key WHERE kind = 'USER' AND account_id = ?", user.id())
                .get(0));

        assertThat(ids(admin)).doesNotContain(id);
        assertThat(ids(Api.superAdmin())).doesNotContain(id);
        admin.delete(path(id)).is(404);
        Api.superAdmin().delete(path(id)).is(404);
    }

    @Test
    void useIsRecordedAtMostOnceAMinute() {
        JsonObject made = make(fields("used"));
        Api program = Api.withKey(made.getString("key"));
        Instant before = Instant.now().minusMillis(1);

        program.get(ANYTHING).is(200);
        String first = lastUse(made);
        program.get(ANYTHING).is(200);

        assertThat(lastUse(made)).isEqualTo(first);
        assertThat(Instant.parse(listed(admin, made.getInt("id")).getString("last_used_at")))
                .isEqualTo(Instant.ofEpochMilli(Long.parseLong(first)))
                .isBetween(before, Instant.now().plusMillis(1));
        String earlier = usedBefore(made, Duration.ofSeconds(50));
        program.get(ANYTHING).is(200);
        assertThat(lastUse(made)).isEqualTo(earlier);
        usedBefore(made, Duration.ofSeconds(61));
        program.get(ANYTHING).is(200);
        assertThat(Long.parseLong(lastUse(made))).isGreaterThanOrEqualTo(Long.parseLong(first));
    }

    /** A key of an admin does not expire, even if it is not used. */
    @Test
    void staysGood() {
        JsonObject made = make(fields("patient"));
        Rows.update("UPDATE api_key SET created_at = 0, last_used_at = 1 WHERE id = ?", made.getInt("id"));

        Api.withKey(made.getString("key")).get(ANYTHING).is(200);
    }

    @Test
    void diesWithItsMaker() {
        TestAccount maker = Fixtures.account(domain, Map.of("activated", true, "admin", true));
        Api.Answer made = withKeyOf(maker).post(KEYS, fields("orphan")).is(201);

        admin.delete(maker.path()).is(200);

        Api.withKey(made.json().getString("key")).get(ANYTHING).is(401);
        assertThat(ids(admin)).doesNotContain(made.json().getInt("id"));
    }

    @Test
    void usersMakeSeeAndRevokeNone() {
        int id = make(fields("own")).getInt("id");
        Api user = Fixtures.userOf(domain);

        user.get(KEYS).is(403);
        user.post(KEYS, fields("mine")).is(403);
        user.delete(path(id)).is(403);
        assertThat(ids(admin)).contains(id);
    }

    private JsonObject make(JsonObject fields) {
        return admin.post(KEYS, fields).is(201).json();
    }

    private static JsonObject fields(String name, String... ips) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("ips", Json.createArrayBuilder(List.of(ips)))
                .build();
    }

    private static JsonObject of(String name, String account) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("account", account)
                .build();
    }

    private static String path(int id) {
        return KEYS + "/" + id;
    }

    private static List<JsonObject> keys(Api caller) {
        return caller.get(KEYS).is(200).structure().asJsonArray().getValuesAs(JsonObject.class);
    }

    private static List<Integer> ids(Api caller) {
        return keys(caller).stream().map(key -> key.getInt("id")).toList();
    }

    private static JsonObject listed(Api caller, int id) {
        return keys(caller).stream()
                .filter(key -> key.getInt("id") == id)
                .findFirst()
                .orElseThrow();
    }

    private static String lastUse(JsonObject key) {
        return Rows.row("SELECT last_used_at FROM api_key WHERE id = ?", key.getInt("id"))
                .get(0);
    }

    private static String usedBefore(JsonObject key, Duration ago) {
        long then = Instant.now().minus(ago).toEpochMilli();
        Rows.update("UPDATE api_key SET last_used_at = ? WHERE id = ?", then, key.getInt("id"));
        return String.valueOf(then);
    }

    private static int statusFrom(String address, JsonObject key) {
        return Server.suite()
                .raw()
                .from(address)
                .send("GET " + ANYTHING + " HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: " + key.getString("key")
                        + "\r\nConnection: close\r\n\r\n")
                .status();
    }

    private static int octet() {
        return ThreadLocalRandom.current().nextInt(1, 255);
    }
}
