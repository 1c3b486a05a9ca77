package org.sipprovisioning.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.withKeyOf;
import static org.sipprovisioning.it.NewDevice.attach;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.NewDevice;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/accounts/auth_token}: a new device makes a token, its user attaches it, and it is used once. */
@InServer
class AuthTokenIT {
    private static final String UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final int A_MINUTE = 10;

    private final TestAccount account = account();
    private final Api user = withKeyOf(account);
    private final NewDevice device = NewDevice.somewhere();

    @Test
    void issuedToAnyoneForFiveMinutes() {
        RawHttp.Answer answer = device.post();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        String token = device.token();
        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        List<String> row = Rows.row("SELECT * FROM auth_token WHERE hash = ?", hash(token));
        assertThat(row).isNotEmpty().doesNotContain(token);
        assertThat(Rows.row("SELECT expires_at - created_at FROM auth_token WHERE hash = ?", hash(token)))
                .containsExactly("300000");
    }

    @Test
    void notAttachedItIsGoodForNothing() {
        assertDead(device.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void attachedOnce(String method) {
        String token = device.token();

        attach(method, token, user).is(200);

        attach(method, token, user).is(404);
        attach(method, token, withKeyOf(account())).is(404);
        assertThat(holder(token)).isEqualTo(account.id());
    }

    /** The user sees which client wants the account, and so do the admins, later. */
    @ParameterizedTest
    @CsvSource({"Linphone-Desktop/5.3 (a phone), Linphone-Desktop/5.3 (a phone)", ","})
    void attachNamesWhoHadAsked(String agent, String told) {
        String token = device.tokenAs(agent);

        JsonObject requester = attach("POST", token, user).is(200).json().getJsonObject("requester");

        assertThat(requester.getString("address")).isEqualTo(device.address());
        assertThat(requester.getString("user_agent", null)).isEqualTo(told);
        assertThat(Api.superAdmin()
                        .get("/api/audit?event=auth_token_attached&account=" + account.sipUri())
                        .is(200)
                        .json()
                        .getJsonArray("data")
                        .getJsonObject(0)
                        .getString("detail"))
                .isEqualTo("requested from " + device.address() + (told == null ? "" : " by " + told));
    }

    @Test
    void longNameOfAClientIsCut() {
        String agent = "x".repeat(3_000);

        JsonObject requester =
                attach("POST", device.tokenAs(agent), user).is(200).json().getJsonObject("requester");

        assertThat(requester.getString("user_agent")).isEqualTo("x".repeat(255));
    }

    @Test
    void headAttachesNothing() {
        String token = device.token();

        assertThat(attach("HEAD", token, user).is(405).header("Allow")).isEqualTo("GET, OPTIONS, POST");

        attach("POST", token, user).is(200);
    }

    @Test
    void attachedByUsersOnly() {
        String token = device.token();

        attach("POST", token, Api.anonymous()).is(401);

        attach("POST", token, user).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "short", "%20", "AAAAAAAAAAAAAAAAAAAAA%3D", "AAAAAAAAAAAAAAAAAAAAAAA"})
    void unknownIsNotAttached(String token) {
        attach("GET", token, user).is(404);
        attach("POST", token, user).is(404);
    }

    @Test
    void expiredIsNotAttached() {
        String token = device.token();
        expire(token);

        attach("POST", token, user).is(404);
    }

    @Test
    void expiredIsDead() {
        String token = device.tokenOf(user);
        expire(token);

        assertDead(token);
    }

    @Test
    void blockedUserAttachesNone() {
        String token = device.token();
        account.act("block");

        attach("POST", token, user).is(403);
    }

    @Test
    void exchangedOnceForAKey() {
        String token = device.tokenOf(user);

        JsonObject answer = exchange(token).is(200).json();

        assertThat(answer.keySet()).containsExactly("api_key");
        assertThat(Api.withKey(answer.getString("api_key"))
                        .get("/api/accounts/me")
                        .is(200)
                        .json()
                        .getInt("id"))
                .isEqualTo(account.id());
        assertDead(token);
        attach("POST", token, user).is(404);
    }

    @Test
    void exchangeEndsTheFormerKey() {
        Api former =
                Api.withKey(user.get("/api/accounts/me/api_key").is(200).json().getString("api_key"));

        exchange(device.tokenOf(user)).is(200);

        former.get("/api/accounts/me").is(401);
    }

    @Test
    void headExchangesNothing() {
        String token = device.tokenOf(user);

        assertThat(Api.anonymous()
                        .call("HEAD", "/api/accounts/me/api_key/" + token)
                        .is(405)
                        .header("Allow"))
                .isEqualTo("GET, OPTIONS");

        exchange(token).is(200);
    }

    @Test
    void deadAfterAPasswordChange() {
        String token = device.tokenOf(user);

        user.post(
                        "/api/accounts/me/password",
                        Json.createObjectBuilder()
                                .add("old_password", PASSWORD)
                                .add("password", "another-password")
                                .build())
                .is(200);

        assertDead(token);
    }

    @Test
    void deadAfterAnAdminsPasswordChange() {
        String token = device.tokenOf(user);

        account.change(Map.of("password", "another-password"));

        assertDead(token);
    }

    @Test
    void deadAfterAReset() {
        String token = device.tokenOf(user);

        user.get("/provisioning/me?reset_password").is(200);

        assertDead(token);
    }

    @Test
    void deadAfterTheResetByAnother() {
        String token = device.tokenOf(user);
        String other = device.tokenOf(user);

        document(other + "?reset_password").is(200);

        assertDead(token);
        assertDead(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "deactivate"})
    void deadOnceItsAccountWasBlockedOrDeactivated(String verb) {
        String token = device.tokenOf(user);

        account.act(verb);
        account.act("unblock");

        assertDead(token);
    }

    @Test
    void deadWithItsAccount() {
        String token = device.tokenOf(user);

        Api.superAdmin().delete(account.path()).is(200);

        assertDead(token);
        assertThat(Rows.row("SELECT * FROM auth_token WHERE hash = ?", hash(token)))
                .isEmpty();
    }

    /** A new provisioning token replaces the former one only, not an auth token. */
    @Test
    void aliveAfterAProvisioningTokenWasIssued() {
        String token = device.tokenOf(user);

        account.act("provision");

        document(token).is(200);
    }

    @Test
    void tenAMinuteForAnAddress() {
        for (int i = 0; i < A_MINUTE; i++) {
            assertThat(device.post().status()).isEqualTo(201);
        }

        RawHttp.Answer refused = device.post();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.text()).isEqualTo("{\"message\":\"Too many requests.\"}");
        assertThat(NewDevice.somewhere().post().status()).isEqualTo(201);
    }

    /**
     * Asserts that the token cannot be used in any way: each answer is that of an unknown provisioning token, byte by
     * byte.
     */
    private void assertDead(String token) {
        String unknown =
                comparable(Api.anonymous().get("/provisioning/" + UNKNOWN).is(404));
        assertThat(List.of(
                        comparable(document(token)),
                        comparable(document(token + "?reset_password")),
                        comparable(
                                Api.anonymous().with("Accept", "text/html").get("/provisioning/auth_token/" + token))))
                .containsOnly(unknown);
        assertThat(Api.anonymous()
                        .call("HEAD", "/provisioning/auth_token/" + token)
                        .status())
                .isEqualTo(404);
        assertThat(exchange(token).is(404).body()).isEqualTo("{\"message\":\"Not found.\"}");
    }

    private static String comparable(Api.Answer answer) {
        TreeMap<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        headers.remove("connection"); // Payara closes a connection after a number of requests
        return answer.status() + " " + headers + " " + answer.body();
    }

    private static Api.Answer exchange(String token) {
        return Api.anonymous().get("/api/accounts/me/api_key/" + token);
    }

    private static Api.Answer document(String token) {
        return Api.anonymous().get("/provisioning/auth_token/" + token);
    }

    private static void expire(String token) {
        Rows.update("UPDATE auth_token SET expires_at = 1 WHERE hash = ?", hash(token));
    }

    private static int holder(String token) {
        return Integer.parseInt(Rows.row("SELECT account_id FROM auth_token WHERE hash = ?", hash(token))
                .get(0));
    }

    private static String hash(String token) {
        return new Secret(token).hash();
    }
}
