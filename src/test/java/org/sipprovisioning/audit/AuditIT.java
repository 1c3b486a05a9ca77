package org.sipprovisioning.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.TestAccount;

/** Tests which events the audit trail lists, and to which admins. */
@InServer
class AuditIT {
    private static final Api SUPER_ADMIN = Api.superAdmin();
    private static final String ME = "/provisioning/me";

    private static String domain;
    private static Api admin;

    @BeforeAll
    static void someSpace() {
        domain = space();
        admin = adminOf(domain);
    }

    @Test
    void tellsOfALoginThatPassed() {
        TestAccount account = account(domain);
        Instant before = Instant.now().minusMillis(1);

        login(account, PASSWORD).is(200);

        JsonObject login = only(events("account=" + account.sipUri() + "&event=login"));
        assertThat(Instant.parse(login.getString("time")))
                .isBetween(before, Instant.now().plusMillis(1));
        assertThat(login.getString("outcome")).isEqualTo("success");
        assertThat(login.getString("actor")).isEqualTo(account.sipUri());
        assertThat(login.getString("account")).isEqualTo(account.sipUri());
        assertThat(login.getString("space")).isEqualTo(domain);
        assertThat(login.getString("address")).isEqualTo("127.0.0.1");
        assertThat(login.getString("user_agent")).startsWith("Java-http-client/");
        assertThat(login.getString("detail")).isEqualTo("digest");
    }

    @Test
    void tellsOfEachLoginByDigest() {
        TestAccount account = account(domain);

        login(account, PASSWORD).is(200);
        login(account, PASSWORD).is(200);

        assertThat(events("account=" + account.sipUri() + "&event=login")).hasSize(2);
    }

    @Test
    void tellsOfALoginThatFailed() {
        TestAccount account = account(domain);

        login(account, "wrong-password").is(401);

        JsonObject login = only(events("account=" + account.sipUri() + "&event=login"));
        assertThat(login.getString("outcome")).isEqualTo("failure");
        assertThat(login.get("actor")).isEqualTo(JsonValue.NULL);
        assertThat(login.getString("space")).isEqualTo(domain);
    }

    @Test
    void tellsOfALoginOfSomebodyWhoDoesNotExist() {
        String username = Api.unique("nobody-");

        DigestLogin.challenged(username, domain, PASSWORD, ME).send().is(401);

        assertThat(only(events("account=sip:" + username + "@" + domain)).getString("outcome"))
                .isEqualTo("failure");
    }

    @Test
    void doesNotTellOfStaleNoncesAndOfThoseWhoSayNothing() {
        TestAccount account = account(domain);
        DigestLogin login = DigestLogin.challenged(account, PASSWORD, ME);
        login.send().is(200);
        login.send().is(401);

        assertThat(events("account=" + account.sipUri() + "&event=login")).hasSize(1);
    }

    @Test
    void tellsOfAKeyOnceAMinute() {
        Api another = adminOf(domain);
        String uri = only(events("event=account_created&per_page=1")).getString("account");

        another.get("/api/accounts").is(200);
        another.get("/api/accounts").is(200);

        assertThat(only(events("account=" + uri + "&event=login")).getString("detail"))
                .isEqualTo("api_key");
    }

    @Test
    void tellsAnAdminOfTheirOwnSpaceOnly() {
        TestAccount own = account(domain);
        TestAccount other = account(space());

        assertThat(list(admin, "per_page=200"))
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(event.asJsonObject().getString("space")).isEqualTo(domain));
        assertThat(list(admin, "account=" + own.sipUri())).isNotEmpty();
        assertThat(list(admin, "account=" + other.sipUri())).isEmpty();
        assertThat(list(SUPER_ADMIN, "account=" + other.sipUri())).isNotEmpty();
    }

    @Test
    void chooses() {
        TestAccount account = account(domain);
        login(account, PASSWORD).is(200);
        login(account, "wrong-password").is(401);
        List<JsonObject> all = events("account=" + account.sipUri());
        String time = all.get(0).getString("time");

        assertThat(all).extracting(event -> event.getInt("id")).isSortedAccordingTo((a, b) -> b - a);
        assertThat(events("account=" + account.sipUri().substring(4))).isEqualTo(all);
        assertThat(events("account=" + account.sipUri() + "&from=" + time)).contains(all.get(0));
        assertThat(events("account=" + account.sipUri() + "&to=" + time))
                .doesNotContain(all.get(0))
                .isNotEmpty();
        assertThat(events("account=" + account.sipUri() + "&from=2100-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(events("account=" + account.sipUri() + "&per_page=1")).containsExactly(all.get(0));
        assertThat(events("account=" + account.sipUri() + "&per_page=1&page=2")).containsExactly(all.get(1));
        JsonObject page = admin.get("/api/audit?per_page=1&page=2&account=" + account.sipUri())
                .json();
        assertThat(page.getInt("total")).isEqualTo(all.size());
        assertThat(page.getInt("last_page")).isEqualTo(all.size());
        assertThat(page.getInt("current_page")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"from,yesterday", "to,2026-01-01", "event,no_such_event", "page,0", "per_page,201"})
    void refusesWhatMakesNoSense(String parameter, String value) {
        admin.get("/api/audit?" + parameter + "=" + value).refuses(parameter);
    }

    @Test
    void holdsNoSecret() {
        TestAccount account = account(domain);
        DigestLogin login = DigestLogin.challenged(account, PASSWORD, ME);
        login.send().is(200);
        Api.withKey("a-wrong-key").get("/api/accounts").is(401);
        account.change(Map.of("password", "another-password"));

        assertThat(SUPER_ADMIN.get("/api/audit?per_page=200").body())
                .doesNotContain(
                        PASSWORD,
                        "another-password",
                        "a-wrong-key",
                        Api.SUPER_ADMIN_KEY,
                        login.get("nonce"),
                        login.response("GET"),
                        account.token());
    }

    private static Api.Answer login(TestAccount account, String password) {
        return DigestLogin.challenged(account, password, ME).send();
    }

    private static List<JsonObject> events(String query) {
        return list(admin, query);
    }

    private static List<JsonObject> list(Api caller, String query) {
        return caller.get("/api/audit?" + query)
                .is(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject only(List<JsonObject> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
