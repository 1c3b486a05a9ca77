package org.sipprovisioning.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.authToken;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.TestAccount;

/** Tests that the audit trail has every change of an account with its actor, and no secret. */
@Tag("smoke")
@InServer
class EffectsIT {
    private static final String ME = "/api/accounts/me";

    private final Api anyone = Api.anonymous();
    private final String domain = space();
    private final Api admin = adminOf(domain);
    private final String adminUri = admin.get(ME).is(200).json().getString("sip_uri");
    private final TestAccount account = account(admin, Map.of("username", "alice"));
    private final Api user = withKeyOf(account);

    @Test
    void whatAnAdminDoes() {
        TestAccount contact = account(domain);
        admin.put(account.path(), field("phone", "1")).is(200);
        admin.put(account.path(), field("password", "another password")).is(200);
        admin.call("POST", account.path() + "/block").is(200);
        admin.call("POST", account.path() + "/unblock").is(200);
        admin.call("POST", account.path() + "/activate").is(200);
        admin.call("POST", account.path() + "/deactivate").is(200);
        admin.post(
                        account.path() + "/external",
                        field("username", "ext", "domain", "sip.example.com", "password", PASSWORD, "protocol", "TLS"))
                .is(201);
        admin.delete(account.path() + "/external").is(200);
        int server = cardDav();
        admin.put(cardDavPath(server), field("username", "carla", "realm", "dav", "password", PASSWORD))
                .is(200);
        admin.delete(cardDavPath(server)).is(200);
        String contactPath = account.path() + "/contacts/" + contact.id();
        admin.call("POST", contactPath).is(200);
        admin.call("POST", contactPath).is(200);
        admin.delete(contactPath).is(200);
        admin.call("POST", account.path() + "/provision").is(200);
        admin.delete(account.path()).is(200);

        assertThat(told())
                .containsExactly(
                        "account_created success",
                        "token_issued success",
                        "account_changed success",
                        "password_changed success",
                        "account_changed success",
                        "account_changed success blocked",
                        "account_changed success unblocked",
                        "account_changed success activated",
                        "account_changed success deactivated",
                        "external_account_changed success",
                        "external_account_removed success",
                        "carddav_credential_changed success CardDAV server " + server,
                        "carddav_credential_removed success CardDAV server " + server,
                        "contact_added success " + contact.sipUri(),
                        "contact_removed success " + contact.sipUri(),
                        "token_issued success",
                        "account_deleted success");
        assertThat(events()).allMatch(event -> event.getString("actor").equals(adminUri));
    }

    @Test
    void whatItsUserDoes() {
        String token = authToken(Optional.empty());
        user.get(ME + "/api_key").is(200);
        user.get(ME + "/provision").is(200);
        user.post(ME + "/password", field("old_password", "wrong", "password", "another password"))
                .is(422);
        user.post(ME + "/password", field("old_password", PASSWORD, "password", "another password"))
                .is(200);
        user.get("/provisioning/me?reset_password").is(200);
        user.call("POST", "/api/accounts/auth_token/" + token + "/attach").is(200);
        user.delete(ME).is(200);

        assertThat(told().subList(2, told().size()))
                .filteredOn(event -> !event.startsWith("login "))
                .containsExactly(
                        "key_made success user",
                        "token_issued success",
                        "password_changed failure",
                        "password_changed success",
                        "password_reset success",
                        "auth_token_attached success",
                        "account_deleted success");
        assertThat(events().subList(2, events().size()))
                .allMatch(event -> event.getString("actor").equals(account.sipUri()));
    }

    @Test
    void whatHoldersOfTokensDo() {
        String token = account.token();
        String authToken = authToken(Optional.of(account));
        anyone.get("/provisioning/" + token + "?reset_password").is(200);
        anyone.get("/provisioning/" + token).is(404);
        anyone.call("HEAD", "/provisioning/" + token).is(404);
        anyone.get("/provisioning/auth_token/" + authToken).is(404);
        String second = authToken(Optional.of(account));
        String key = anyone.get(ME + "/api_key/" + second).is(200).json().getString("api_key");
        anyone.get("/provisioning/auth_token/" + second).is(404);

        assertThat(told().subList(2, told().size()))
                .containsExactly(
                        "token_consumed success",
                        "password_reset success",
                        "token_consumed failure",
                        "auth_token_consumed success",
                        "key_made success user",
                        "auth_token_consumed failure");
        assertThat(events().subList(2, events().size()))
                .allMatch(event -> event.isNull("actor"))
                .allMatch(event -> event.getString("space").equals(domain));
        assertThat(events().toString()).doesNotContain(token, authToken, second, key, PASSWORD);
    }

    @Test
    void whatBecomesOfAnAdminsKeys() {
        JsonObject made =
                admin.post("/api/keys", field("name", "nightly job")).is(201).json();
        admin.delete("/api/keys/" + made.getInt("id")).is(200);

        assertThat(told(adminUri))
                .containsSubsequence("key_made success admin nightly job", "key_revoked success admin nightly job");
        assertThat(events(adminUri).toString()).doesNotContain(made.getString("key"));
    }

    @Test
    void whatASuperAdminDoesWithAddressBooks() {
        Api superAdmin = Api.superAdmin();
        int server = cardDav();
        superAdmin
                .put(
                        books() + server,
                        Json.createObjectBuilder().add("enabled", false).build())
                .is(200);
        superAdmin.put(books() + server, field("uri", "no URL")).is(422);
        superAdmin.delete(books() + server).is(200);

        List<JsonObject> changes = superAdmin
                .get("/api/audit?per_page=200&event=space_changed")
                .is(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(event -> event.getString("space").equals(domain))
                .toList();
        assertThat(changes)
                .extracting(event -> event.getString("detail"))
                .containsExactlyInAnyOrder(
                        "CardDAV server " + server + " added",
                        "CardDAV server " + server + " changed",
                        "CardDAV server " + server + " removed");
    }

    private int cardDav() {
        return Api.superAdmin()
                .post(books().replaceFirst("/$", ""), field("uri", "https://dav.example.com/book"))
                .is(200)
                .json()
                .getInt("id");
    }

    private String books() {
        return "/api/spaces/" + domain + "/carddavs/";
    }

    private String cardDavPath(int server) {
        return account.path() + "/carddavs/" + server;
    }

    private List<String> told() {
        return told(account.sipUri());
    }

    private static List<String> told(String uri) {
        return events(uri).stream()
                .map(event -> event.getString("event") + " " + event.getString("outcome")
                        + (event.isNull("detail") ? "" : " " + event.getString("detail")))
                .toList();
    }

    private List<JsonObject> events() {
        return events(account.sipUri());
    }

    /** Returns the events of an account, the oldest first. */
    private static List<JsonObject> events(String uri) {
        return Api.superAdmin()
                .get("/api/audit?per_page=200&account=" + URLEncoder.encode(uri, UTF_8))
                .is(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .sorted((one, other) -> Integer.compare(one.getInt("id"), other.getInt("id")))
                .toList();
    }

    private static JsonObject field(String... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build();
    }
}
