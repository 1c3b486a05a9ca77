package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.NewDevice;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/accounts/me} and the routes below it, as their user uses them. */
@InServer
class OwnAccountIT {
    private static final String ME = "/api/accounts/me";
    private static final String PROVISION = ME + "/provision";

    private final Api admin = Api.superAdmin();
    private final TestAccount account = account();
    private final Api user = withKeyOf(account);

    @Test
    void isShownAsToAnAdmin() {
        assertThat(user.get(ME).is(200).json())
                .isEqualTo(admin.get(account.path()).is(200).json());
    }

    @Test
    void isNobodysWithoutACredential() {
        Api.anonymous().get(ME).is(401);
        Api.anonymous().delete(ME).is(401);
        Api.anonymous().get(PROVISION).is(401);
    }

    @Test
    void blockedIsForbidden() {
        account.act("block");

        user.get(ME).is(403);
        user.delete(ME).is(403);
        user.get(PROVISION).is(403);

        assertThat(admin.get(account.path()).is(200).json().getBoolean("blocked"))
                .isTrue();
    }

    @Test
    void deletedItIsGoneWithAllItHad() {
        admin.post(account.path() + "/contacts/" + account().id(), none()).is(200);
        admin.post(account().path() + "/contacts/" + account.id(), none()).is(200);
        user.get(ME + "/api_key").is(200);
        String authToken = NewDevice.somewhere().tokenOf(user);

        assertThat(user.delete(ME).is(200).body()).isEmpty();

        user.get(ME).is(401);
        admin.get(account.path()).is(404);
        Api.anonymous().get("/provisioning/" + account.token()).is(404);
        Api.anonymous().get("/provisioning/auth_token/" + authToken).is(404);
        assertThat(Rows.row(
                        "SELECT COUNT(*) FROM contact WHERE account_id = ? OR contact_id = ?",
                        account.id(),
                        account.id()))
                .containsExactly("0");
        admin.post(
                        "/api/accounts",
                        Fixtures.accountFields()
                                .add("username", account.username())
                                .build())
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void provisionsItself(String method) {
        JsonObject ticket = user.call(method, PROVISION).is(200).json();

        assertThat(ticket.getInt("id")).isEqualTo(account.id());
        assertThat(ticket.getString("provisioning_token"))
                .matches("[A-Za-z0-9_-]{22}")
                .isNotEqualTo(account.token());
        assertThat(ticket.keySet()).isEqualTo(account.json().keySet());
        assertThat(ticket.getString("provisioning_url"))
                .endsWith("/provisioning/" + ticket.getString("provisioning_token"));
        Api.anonymous().get("/provisioning/" + account.token()).is(404);
        Api.anonymous()
                .get("/provisioning/" + ticket.getString("provisioning_token"))
                .is(200);
    }

    @Test
    void headProvisionsNothing() {
        assertThat(user.call("HEAD", PROVISION).is(405).header("Allow")).isEqualTo("GET, OPTIONS, POST");

        Api.anonymous().get("/provisioning/" + account.token()).is(200);
    }

    @Test
    void trailTellsOfIt() {
        String domain = space();
        TestAccount own = account(domain);
        Api caller = withKeyOf(own);

        caller.post(PROVISION, none()).is(200);
        NewDevice.somewhere().tokenOf(caller);
        caller.get(ME + "/api_key").is(200);
        caller.post(ME + "/password", passwords("wrong", "another-password")).is(422);
        caller.post(ME + "/password", passwords(PASSWORD, "another-password")).is(200);
        caller.delete(ME).is(200);

        assertThat(told("account=" + own.sipUri()))
                .containsExactly(
                        "account_deleted success",
                        "password_changed success",
                        "password_changed failure",
                        "key_made success",
                        "auth_token_attached success",
                        "token_issued success",
                        "login success",
                        "token_issued success",
                        "account_created success");
        assertThat(events("event=account_deleted&account=" + own.sipUri())).allSatisfy(event -> {
            assertThat(event.getString("actor")).isEqualTo(own.sipUri());
            assertThat(event.getString("space")).isEqualTo(domain);
        });
    }

    private List<String> told(String query) {
        return events(query).stream()
                .map(event -> event.getString("event") + " " + event.getString("outcome"))
                .toList();
    }

    private List<JsonObject> events(String query) {
        return admin.get("/api/audit?" + query)
                .is(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject passwords(String old, String fresh) {
        return Json.createObjectBuilder()
                .add("old_password", old)
                .add("password", fresh)
                .build();
    }

    private static JsonObject none() {
        return JsonObject.EMPTY_JSON_OBJECT;
    }
}
