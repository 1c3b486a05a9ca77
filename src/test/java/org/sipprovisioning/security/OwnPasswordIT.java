package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.NewDevice;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/accounts/me/password}, by which a user changes the password with the old password. */
@InServer
class OwnPasswordIT {
    private static final String URL = "/api/accounts/me/password";
    private static final String ME = "/api/accounts/me";
    private static final String FRESH = "another-password";
    private static final int A_MINUTE = 20;

    private final TestAccount account = account();
    private final String key = Fixtures.key(account);
    private final Api user = Api.withKey(key);

    @Test
    void afterTheChangeTheNewOneIsGoodAndTheOldOneNot() {
        assertThat(change(fields(PASSWORD, FRESH)).is(200).body()).isEmpty();

        login(FRESH).is(200);
        login(PASSWORD).is(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": \"another-password\"}",
                "{\"old_password\": null, \"password\": \"another-password\"}",
                "{\"old_password\": \"\", \"password\": \"another-password\"}",
                "{\"old_password\": \"wrong\", \"password\": \"another-password\"}",
                "{\"old_password\": \"A-GOOD-PASSWORD\", \"password\": \"another-password\"}",
                "{\"old_password\": \"a-good-password \", \"password\": \"another-password\"}",
                "{\"old_password\": 7, \"password\": \"another-password\"}"
            })
    void withoutTheOldOneItStays(String body) {
        user.call("POST", URL, body).refuses("old_password");

        login(PASSWORD).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"old_password\": \"a-good-password\"}",
                "{\"old_password\": \"a-good-password\", \"password\": null}",
                "{\"old_password\": \"a-good-password\", \"password\": \"\"}",
                "{\"old_password\": \"a-good-password\", \"password\": \"short\"}",
                "{\"old_password\": \"a-good-password\", \"password\": 1234567}"
            })
    void newOneMustBeGood(String body) {
        user.call("POST", URL, body).refuses("password");

        login(PASSWORD).is(200);
    }

    @Test
    void bothMayBeWrong() {
        change(fields("wrong", "short")).refuses("old_password", "password");
        change(JsonObject.EMPTY_JSON_OBJECT).refuses("old_password", "password");
    }

    @Test
    void whoHasNoneNeedsNone() {
        Rows.update("UPDATE account SET ha1_md5 = NULL, ha1_sha256 = NULL WHERE id = ?", account.id());

        change(Json.createObjectBuilder().add("password", FRESH).build()).is(200);

        login(FRESH).is(200);
        change(Json.createObjectBuilder().add("password", PASSWORD).build()).refuses("old_password");
    }

    @Test
    void endsTheUserKeyAndNoOtherKey() {
        Api own = Api.withKey(user.get(ME + "/api_key").is(200).json().getString("api_key"));

        change(fields("wrong", FRESH)).is(422);
        own.get(ME).is(200);
        own.post(URL, fields(PASSWORD, FRESH)).is(200);

        own.get(ME).is(401);
        user.get(ME).is(200);
    }

    @Test
    void keepsTheProvisioningToken() {
        change(fields(PASSWORD, FRESH)).is(200);

        Api.anonymous().get("/provisioning/" + account.token()).is(200);
    }

    @Test
    void refusedOneEndsNothing() {
        String token = NewDevice.somewhere().tokenOf(user);

        change(fields("wrong", FRESH)).is(422);
        change(fields(PASSWORD, "short")).is(422);

        Api.anonymous().get("/provisioning/auth_token/" + token).is(200);
    }

    @Test
    void whoeverHasTheKeyDoesNotGuessThePassword() {
        String guesser = NewDevice.somewhere().address();
        for (int i = 0; i < A_MINUTE; i++) {
            assertThat(post(guesser, fields("wrong-" + i, FRESH)).status()).isEqualTo(422);
        }

        RawHttp.Answer refused = post(guesser, fields(PASSWORD, FRESH));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        login(PASSWORD).is(200);
        assertThat(post(NewDevice.somewhere().address(), fields(PASSWORD, FRESH))
                        .status())
                .isEqualTo(200);
    }

    /**
     * A wrong old password counts as a failed login: Digest with the same name is then slowed down at the same address.
     */
    @Test
    void guessesCountAsFailedLogins() {
        String guesser = NewDevice.somewhere().address();
        for (int i = 0; i < A_MINUTE; i++) {
            post(guesser, fields("wrong-" + i, FRESH));
        }
        DigestLogin login = DigestLogin.challenged(account, PASSWORD, ME);

        assertThat(Server.suite()
                        .raw()
                        .from(guesser)
                        .send("GET " + ME + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + login.header()
                                + "\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(429);
    }

    private Api.Answer change(JsonObject fields) {
        return user.post(URL, fields);
    }

    private Api.Answer login(String password) {
        return DigestLogin.challenged(account, password, ME).send();
    }

    private RawHttp.Answer post(String from, JsonObject fields) {
        String body = fields.toString();
        return Server.suite()
                .raw()
                .from(from)
                .send("POST " + URL + " HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static JsonObject fields(String old, String fresh) {
        return Json.createObjectBuilder()
                .add("old_password", old)
                .add("password", fresh)
                .build();
    }
}
