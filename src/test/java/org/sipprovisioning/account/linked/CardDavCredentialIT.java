package org.sipprovisioning.account.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.space.DigestAlgorithm;

/**
 * Tests {@code /api/accounts/{id}/carddavs/{carddav_id}} as an admin uses it, and the credentials that must differ from
 * those of the account and of its external account.
 */
@InServer
class CardDavCredentialIT {
    private static final String SECRET = "their secret";

    private final Api superAdmin = Api.superAdmin();
    private final String domain = space();
    private final Api admin = adminOf(domain);
    private final TestAccount account = account(domain);
    private final int server = server(domain);
    private final String path = account.path() + "/carddavs/" + server;

    @Test
    void madeAndChanged() {
        JsonObject made = admin.put(path, required().build()).is(200).json();
        JsonObject changed = admin.put(
                        path,
                        credential("Carl", "other").add("algorithm", "SHA-256").build())
                .is(200)
                .json();

        assertThat(made)
                .isEqualTo(Json.createObjectBuilder()
                        .add("carddav_id", server)
                        .add("username", "carla")
                        .add("realm", "dav")
                        .add("algorithm", "MD5")
                        .build());
        assertThat(changed)
                .isEqualTo(Json.createObjectBuilder()
                        .add("carddav_id", server)
                        .add("username", "Carl")
                        .add("realm", "other")
                        .add("algorithm", "SHA-256")
                        .build());
        assertThat(ha1()).containsExactly(DigestAlgorithm.SHA_256.ha1("Carl", "other", SECRET));
    }

    @Test
    void passwordMayBeLeftOutWhileTheIdentityStays() {
        admin.put(path, required().build()).is(200);
        List<String> before = ha1();

        admin.put(path, required().remove("password").build()).is(200);
        admin.put(path, JsonValue.EMPTY_JSON_OBJECT).is(200);

        assertThat(ha1()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"username,other", "realm,other", "algorithm,SHA-256"})
    void newIdentityNeedsThePassword(String field, String value) {
        admin.put(path, required().build()).is(200);
        List<String> before = ha1();

        admin.put(path, required().remove("password").add(field, value).build()).refuses("password");
        assertThat(ha1()).isEqualTo(before);

        admin.put(path, required().add(field, value).build()).is(200);
        assertThat(ha1()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "realm", "password"})
    void requiredField(String field) {
        admin.put(path, required().remove(field).build()).refuses(field);
        admin.put(path, required().add(field, "").build()).refuses(field);
        admin.put(path, required().addNull(field).build()).refuses(field);
        admin.put(path, required().add(field, 7).build()).refuses(field);
        assertThat(ha1()).isEmpty();
    }

    @Test
    void algorithmIsOneThatPhonesKnow() {
        admin.put(path, required().add("algorithm", "SHA-512").build()).refuses("algorithm");
    }

    @Test
    void removedIsGone() {
        admin.delete(path).is(404);
        admin.put(path, required().build()).is(200);

        assertThat(admin.delete(path).is(200).body()).isEmpty();

        admin.delete(path).is(404);
        assertThat(ha1()).isEmpty();
    }

    @Test
    void serverMustBeOfTheAccountsSpace() {
        int other = server(space());
        for (Api caller : List.of(admin, superAdmin)) {
            caller.put(account.path() + "/carddavs/" + other, required().build())
                    .is(404);
            caller.delete(account.path() + "/carddavs/" + other).is(404);
            caller.put(account.path() + "/carddavs/0", required().build()).is(404);
            caller.put("/api/accounts/0/carddavs/" + server, required().build()).is(404);
        }
    }

    @Test
    void goesWithItsServer() {
        admin.put(path, required().build()).is(200);

        superAdmin.delete("/api/spaces/" + domain + "/carddavs/" + server).is(200);

        assertThat(ha1()).isEmpty();
    }

    @Test
    void goesWithItsAccount() {
        admin.put(path, required().build()).is(200);

        admin.delete(account.path()).is(200);

        assertThat(ha1()).isEmpty();
    }

    @Test
    void staysBehindWhenItsAccountMovesToAnotherSpace() {
        admin.put(path, required().build()).is(200);
        admin.put(account.path(), rename("renamed")).is(200);
        assertThat(ha1()).hasSize(1);

        superAdmin
                .put(
                        account.path(),
                        Json.createObjectBuilder()
                                .add("domain", space())
                                .add("password", PASSWORD)
                                .build())
                .is(200);

        assertThat(ha1()).isEmpty();
    }

    @Test
    void notTheAccountsOwnUsernameAndRealm() {
        String own = account.username();

        admin.put(path, credential(own, domain).build()).refuses("username");
        admin.put(path, credential(own, "dav").build()).is(200);
        admin.put(path, credential("x" + own, domain).build()).is(200);
        admin.put(path, credential(own, domain).build()).refuses("username");
    }

    @Test
    void accountDoesNotTakeThem() {
        admin.put(path, credential("carla", domain).build()).is(200);

        admin.put(account.path(), rename("carla")).refuses("username");
        admin.put(account.path(), rename("carlo")).is(200);
    }

    @Test
    void notThoseOfTheExternalAccount() {
        admin.post(account.path() + "/external", external("carla")).is(201);

        admin.put(path, credential("carla", "sip.example.com").build()).refuses("username");
        admin.put(path, credential("carlo", "sip.example.com").build()).is(200);

        admin.post(account.path() + "/external", external("carlo")).refuses("username");
        admin.post(account.path() + "/external", external("bob")).is(200);
    }

    @Test
    void notThoseForAnotherServer() {
        String other = account.path() + "/carddavs/" + server(domain);
        admin.put(path, required().build()).is(200);

        admin.put(other, required().build()).refuses("username");
        admin.put(other, required().add("realm", "dav2").build()).is(200);
        admin.put(path, required().add("realm", "dav2").build()).refuses("username");
        admin.put(path, required().build()).is(200);
    }

    @Test
    void spaceDoesNotTakeTheRealm() {
        String own = account.username();
        admin.put(path, credential(own, "later").build()).is(200);

        for (String query : List.of("", "?drop_credentials=true")) {
            superAdmin.put("/api/spaces/" + domain + query, realm("later")).refuses("realm");
        }
        superAdmin
                .put("/api/spaces/" + domain + "?drop_credentials=true", realm("Later"))
                .is(200);
    }

    @Test
    void realmOfAnotherUsernameIsNoMatter() {
        admin.put(path, credential("carla", "later").build()).is(200);

        superAdmin
                .put("/api/spaces/" + domain + "?drop_credentials=true", realm("later"))
                .is(200);
    }

    /**
     * A CardDAV credential and an external account with the same user name and realm are set at once. The second one is
     * refused.
     */
    @Test
    void ofTwoTwinsAtOnceOneIsRefused() {
        admin.put(path, required().build()).is(200);
        admin.delete(path).is(200);
        String external = account.path() + "/external";
        JsonObject twin =
                Json.createObjectBuilder(external("carla")).add("realm", "dav").build();
        for (int round = 0; round < 5; round++) {
            AtomicInteger turn = new AtomicInteger();

            List<Api.Answer> answers = Race.run(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? admin.put(path, required().build())
                            : admin.post(external, twin));

            assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(1);
            admin.delete(path);
            admin.delete(external);
        }
    }

    @Test
    void manyMakeOne() {
        List<Api.Answer> answers = Race.run(4, () -> admin.put(path, required().build()));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertThat(ha1()).hasSize(1);
    }

    private List<String> ha1() {
        return Rows.row(
                "SELECT ha1 FROM carddav_credential WHERE account_id = ? AND server_id = ?", account.id(), server);
    }

    private int server(String space) {
        return superAdmin
                .post(
                        "/api/spaces/" + space + "/carddavs",
                        Json.createObjectBuilder()
                                .add("uri", "https://dav.example.com/")
                                .build())
                .is(200)
                .json()
                .getInt("id");
    }

    private static JsonObjectBuilder required() {
        return credential("carla", "dav");
    }

    private static JsonObjectBuilder credential(String username, String realm) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("realm", realm)
                .add("password", SECRET);
    }

    private static JsonObject external(String username) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("domain", "sip.example.com")
                .add("password", SECRET)
                .add("protocol", "TLS")
                .build();
    }

    private static JsonObject realm(String realm) {
        return Json.createObjectBuilder().add("realm", realm).build();
    }

    private static JsonObject rename(String username) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("password", PASSWORD)
                .build();
    }
}
