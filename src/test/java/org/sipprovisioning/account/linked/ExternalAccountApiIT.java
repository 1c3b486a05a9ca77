package org.sipprovisioning.account.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.spaceFields;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/accounts/{id}/external} as an admin uses it. */
@InServer
class ExternalAccountApiIT {
    private static final Set<String> SHOWN =
            Set.of("username", "domain", "realm", "registrar", "outbound_proxy", "protocol", "algorithm");

    private final Api admin = Api.superAdmin();
    private final TestAccount account = account();
    private final String path = account.path() + "/external";

    @Test
    void createdThenUpdated() {
        admin.get(path).is(404);

        JsonObject created = admin.post(path, required().build()).is(201).json();
        JsonObject updated = admin.post(path, required().add("protocol", "UDP").build())
                .is(200)
                .json();

        assertThat(created.keySet()).isEqualTo(SHOWN);
        assertThat(created.getString("algorithm")).isEqualTo("MD5");
        for (String absent : List.of("realm", "registrar", "outbound_proxy")) {
            assertThat(created.get(absent)).isEqualTo(JsonValue.NULL);
        }
        assertThat(updated.getString("protocol")).isEqualTo("UDP");
        assertThat(admin.get(path).is(200).json()).isEqualTo(updated);
    }

    @Test
    void everyFieldIsKept() {
        JsonObject sent = required()
                .add("realm", "a realm")
                .add("registrar", "sip:registrar.example.com:5061;transport=tcp")
                .add("outbound_proxy", "<sips:[2001:db8::1]:5061;lr>")
                .add("algorithm", "SHA-256")
                .add("no_such_field", 1)
                .build();

        JsonObject created = admin.post(path, sent).is(201).json();

        SHOWN.forEach(name -> assertThat(created.get(name)).as(name).isEqualTo(sent.get(name)));
    }

    @Test
    void removedIsGone() {
        admin.post(path, required().build()).is(201);

        assertThat(admin.delete(path).is(200).body()).isEmpty();

        admin.get(path).is(404);
        admin.delete(path).is(404);
        admin.post(path, withoutPassword().build()).refuses("password");
        admin.post(path, required().build()).is(201);
    }

    @Test
    void goesWithItsAccount() {
        admin.post(path, required().build()).is(201);

        admin.delete(account.path()).is(200);

        admin.get(path).is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "domain", "password", "protocol"})
    void requiredField(String field) {
        JsonObject without = required().remove(field).build();

        admin.post(path, without).refuses(field);
        admin.post(path, required().add(field, "").build()).refuses(field);
        admin.post(path, required().addNull(field).build()).refuses(field);
        admin.get(path).is(404);
    }

    @Test
    void allMissingFieldsAreNamed() {
        admin.post(path, JsonValue.EMPTY_JSON_OBJECT).refuses("username", "domain", "password", "protocol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"username", "domain", "password", "protocol", "realm", "registrar", "outbound_proxy", "algorithm"
            })
    void textsMustBeStrings(String field) {
        for (JsonValue wrong : List.of(
                Json.createValue(7), JsonValue.FALSE, JsonValue.EMPTY_JSON_ARRAY, JsonValue.EMPTY_JSON_OBJECT)) {
            admin.post(path, required().add(field, wrong).build()).refuses(field);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "protocol,tls",
        "protocol,DTLS",
        "protocol,WS",
        "algorithm,md5",
        "algorithm,SHA-512",
        "algorithm,SHA256",
        "domain,a b",
        "domain,-a",
        "domain,a..b",
        "domain,sip:a",
        "domain,[::1",
        "registrar,a b",
        "registrar,sip:user@host",
        "registrar,sip:",
        "registrar,http://host",
        "registrar,host:0",
        "registrar,host:65536",
        "registrar,host:x",
        "registrar,sip:host?a=b",
        "registrar,<sip:host",
        "registrar,sip:host;=x",
        "registrar,sip:h;transport=<",
        "outbound_proxy,sip:user@host",
        "outbound_proxy,host:99999",
        "outbound_proxy,sip:host;a b"
    })
    void badValue(String field, String value) {
        admin.post(path, required().add(field, value).build()).refuses(field);
    }

    @ParameterizedTest
    @CsvSource({"registrar", "outbound_proxy"})
    void serverMustDifferFromTheDomain(String field) {
        String domain = required().build().getString("domain");

        admin.post(path, required().add(field, domain).build()).refuses(field);
        admin.post(path, required().add(field, "sip:" + domain).build()).refuses(field);
        admin.post(path, required().add(field, domain.toUpperCase(Locale.ROOT)).build())
                .refuses(field);
        admin.post(path, required().add(field, "proxy." + domain).build()).is(201);
        admin.post(path, required().add("domain", "proxy." + domain).build()).refuses(field);
    }

    @Test
    void passwordMayBeLeftOutWhileTheIdentityStays() {
        admin.post(
                        path,
                        required().add("realm", "r").add("algorithm", "SHA-256").build())
                .is(201);
        JsonObject same = withoutPassword()
                .add("realm", "r")
                .add("algorithm", "SHA-256")
                .add("protocol", "UDP")
                .add("registrar", "registrar.example.com")
                .build();
        List<String> before = ha1();

        JsonObject updated = admin.post(path, same).is(200).json();

        assertThat(updated.getString("registrar")).isEqualTo("registrar.example.com");
        assertThat(updated.getString("protocol")).isEqualTo("UDP");
        assertThat(ha1()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"username,other", "domain,other.example.com", "realm,other", "algorithm,SHA-256"})
    void newIdentityNeedsThePassword(String field, String value) {
        JsonObject before = admin.post(path, required().build()).is(201).json();
        List<String> ha1 = ha1();

        admin.post(path, withoutPassword().add(field, value).build()).refuses("password");
        assertThat(admin.get(path).is(200).json()).isEqualTo(before);
        assertThat(ha1()).isEqualTo(ha1);

        JsonObject after =
                admin.post(path, required().add(field, value).build()).is(200).json();
        assertThat(after.getString(field)).isEqualTo(value);
        assertThat(admin.get(path).is(200).json()).isEqualTo(after);
        assertThat(ha1()).hasSize(1).isNotEqualTo(ha1);
    }

    @Test
    void notTheAccountsOwnUsernameAndRealm() {
        String username = account.username();
        String realm = account.domain();

        admin.post(
                        path,
                        required().add("username", username).add("realm", realm).build())
                .refuses("username");
        admin.post(
                        path,
                        required()
                                .add("username", username)
                                .add("domain", realm)
                                .build())
                .refuses("username");
        admin.post(
                        path,
                        required()
                                .add("username", "x" + username)
                                .add("realm", realm)
                                .build())
                .is(201);
        admin.post(
                        path,
                        required()
                                .add("username", username)
                                .add("realm", "x" + realm)
                                .build())
                .is(200);
    }

    @Test
    void accountDoesNotTakeItsExternalUsernameAndRealm() {
        String twin = Api.unique("twin-");
        admin.post(
                        path,
                        required()
                                .add("username", twin)
                                .add("realm", account.domain())
                                .build())
                .is(201);

        admin.put(account.path(), rename(twin)).refuses("username");
        admin.put(account.path(), rename("x" + twin)).is(200);
    }

    @Test
    void spaceDoesNotTakeTheExternalRealmOfAnAccountWithTheSameUsername() {
        String domain = Api.unique("s-") + ".example.net";
        admin.post("/api/spaces", spaceFields(domain).build()).is(200);
        TestAccount ours = account(domain);
        admin.post(
                        ours.path() + "/external",
                        required()
                                .add("username", ours.username())
                                .add("realm", "later")
                                .build())
                .is(201);
        for (String query : List.of("", "?drop_credentials=true")) {
            admin.put(
                            "/api/spaces/" + domain + query,
                            Json.createObjectBuilder().add("realm", "later").build())
                    .refuses("realm");
        }
        admin.put(
                        "/api/spaces/" + domain + "?drop_credentials=true",
                        Json.createObjectBuilder().add("realm", "Later").build())
                .is(200);
        admin.put(
                        ours.path(),
                        Json.createObjectBuilder().add("password", PASSWORD).build())
                .is(200);
    }

    @Test
    void manyLinkOne() {
        List<Api.Answer> answers = Race.run(8, () -> admin.post(path, required().build()));

        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
    }

    private List<String> ha1() {
        return Rows.row("SELECT ha1 FROM external_account WHERE account_id = ?", account.id());
    }

    private static JsonObjectBuilder required() {
        return withoutPassword().add("password", "secret");
    }

    private static JsonObjectBuilder withoutPassword() {
        return Json.createObjectBuilder()
                .add("username", "+33 1 23")
                .add("domain", "sip.example.com")
                .add("protocol", "TLS");
    }

    private static JsonObject rename(String username) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("password", PASSWORD)
                .build();
    }
}
