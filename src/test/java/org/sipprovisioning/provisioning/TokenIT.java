package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /provisioning/{token}}: a token is valid once, and every invalid token gets the same answer. */
@Tag("smoke")
@InServer
class TokenIT {
    private static final String UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Phone phone = Phone.suite();

    @Test
    void provisionsActivatesAndIsUsedUp() {
        TestAccount account = account();
        assertThat(account.url())
                .isEqualTo(
                        Server.suite().uri("/provisioning/" + account.token()).toString());
        assertThat(account.isActivated()).isFalse();

        Answer first = phone.get(account.url());

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/xml");
        assertThat(first.header("Content-Length")).isEqualTo(String.valueOf(first.body().length));
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(first.headers()).doesNotContainKeys("set-cookie", "content-encoding", "transfer-encoding");
        assertThat(account.isActivated()).isTrue();
        assertThat(phone.get(account.url()).status()).isEqualTo(404);
        assertThat(subscriber(account)).isNotEmpty();
    }

    @Test
    void theSameAccountMayBeProvisionedAgainByAFreshToken() {
        TestAccount account = account();
        PhoneConfig first = phone.config(account.url());

        TestAccount again = account.issue();

        assertThat(again.token()).isNotEqualTo(account.token());
        assertThat(phone.config(again.url())).isEqualTo(first);
    }

    @Test
    void tokenHas128BitsAndIsStoredAsItsHashOnly() {
        TestAccount account = account();

        assertThat(account.token()).matches("[A-Za-z0-9_-]{22,}");
        assertThat(Rows.row("SELECT * FROM provisioning_token WHERE account_id = ?", account.id()))
                .isNotEmpty()
                .doesNotContain(account.token());
    }

    /** One test for all invalid tokens, so that their answers can be compared byte by byte and header by header. */
    @Test
    void everyTokenThatIsNotGoodGetsTheSameAnswer() {
        Map<String, String> dead = new TreeMap<>();
        dead.put("unknown", UNKNOWN);
        dead.put("never a token", "no-token");
        TestAccount used = account();
        phone.config(used.url());
        dead.put("used", used.token());
        TestAccount replaced = account();
        replaced.issue();
        dead.put("replaced", replaced.token());
        dead.put("expired", expired().token());
        TestAccount blocked = account();
        blocked.act("block");
        dead.put("of a blocked account", blocked.token());
        TestAccount unblocked = account();
        unblocked.act("block");
        unblocked.act("unblock");
        dead.put("of an account that was blocked in between", unblocked.token());
        TestAccount deactivated = account();
        deactivated.act("deactivate");
        dead.put("of a deactivated account", deactivated.token());
        dead.put("of an expired space", inExpiredSpace().token());
        Answer unknown = phone.get("/provisioning/" + UNKNOWN);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).doesNotContain("<config");
        assertThat(unknown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(unknown.header("Referrer-Policy")).isEqualTo("no-referrer");

        dead.forEach((why, token) -> assertThat(List.of(
                        comparable(phone.get("/provisioning/" + token)),
                        comparable(phone.get("/provisioning/" + token + "?reset_password")),
                        comparable(phone.with("X-Linphone-Provisioning", "1").get("/provisioning/" + token)),
                        comparable(phone.with("Accept", "text/html").get("/provisioning/" + token)),
                        comparable(phone.get("/provisioning/qrcode/" + token))))
                .as(why)
                .containsOnly(comparable(unknown)));
        dead.forEach((why, token) -> assertThat(comparable(phone.head("/provisioning/" + token)))
                .as(why)
                .isEqualTo(comparable(phone.head("/provisioning/" + UNKNOWN)))
                .startsWith("404"));
    }

    @Test
    void deadTokenChangesNothing() {
        TestAccount expired = expired();
        List<String> before = expired.stored();

        assertThat(phone.get(expired.url() + "?reset_password").status()).isEqualTo(404);
        assertThat(expired.stored()).isEqualTo(before);

        TestAccount elsewhere = inExpiredSpace();
        before = elsewhere.stored();
        assertThat(phone.get(elsewhere.url() + "?reset_password").status()).isEqualTo(404);
        assertThat(elsewhere.stored()).isEqualTo(before);
        changeSpace(elsewhere.domain(), Map.of("expire_at", "2099-01-01T00:00:00Z"));
        phone.config(elsewhere.url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset_password",
                "reset_password=",
                "reset_password=1",
                "reset_password=true",
                "a=b&reset_password"
            })
    void resetGivesNewCredentials(String query) {
        TestAccount account = account();
        List<String> before = credentials(account);

        PhoneConfig config = phone.config(account.url() + "?" + query);

        List<String> after = credentials(account);
        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(config.value("auth_info_0", "algorithm")).isEqualTo("SHA-256");
        assertThat(config.value("auth_info_0", "ha1")).isEqualTo(after.get(1));
        assertThat(subscriber(account)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?reset_password=false", "?reset_password=0", "?RESET_PASSWORD", "?other"})
    void withoutResetTheCredentialsStay(String query) {
        TestAccount account = account();
        List<String> before = credentials(account);

        PhoneConfig config = phone.config(account.url() + query);

        assertThat(credentials(account)).isEqualTo(before);
        assertThat(config.value("auth_info_0", "ha1")).isEqualTo(before.get(1));
    }

    @Test
    void headUsesNothingUp() {
        TestAccount account = account();
        List<String> before = account.stored();

        Answer head = phone.head(account.url() + "?reset_password");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("application/xml");
        assertThat(account.stored()).isEqualTo(before);
        assertThat(phone.send("OPTIONS", account.url() + "?reset_password").status())
                .isLessThan(500);
        assertThat(account.stored()).isEqualTo(before);
        phone.config(account.url());
        phone.assertDead(account.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefusedAndUseNothingUp(String method) {
        TestAccount account = account();

        Answer answer = phone.send(method, account.url());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", *")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        phone.assertLive(account.token());
        assertThat(phone.send(method, "/provisioning/qrcode/" + account.token()).status())
                .isEqualTo(405);
    }

    @Test
    void unknownHostUsesNothingUp() {
        TestAccount account = account();

        assertThat(phone.host("unknown.example.com").get(account.url()).status())
                .isEqualTo(421);
        assertThat(phone.host("unknown.example.com").head(account.url()).status())
                .isEqualTo(421);
        assertThat(phone.host("unknown.example.com")
                        .get("/provisioning/qrcode/" + account.token())
                        .status())
                .isEqualTo(421);
        assertThat(phone.host("unknown.example.com").get(account.url() + "/").status())
                .as("on all servers, although the path is wrong, too")
                .isEqualTo(421);

        assertThat(account.isActivated()).isFalse();
        phone.config(account.url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                ";a=b",
                "/;a=b",
                "/extra",
                "/../x",
                "/%2e%2e/%2e%2e",
                "%2F",
                "%2f..",
                "%00",
                "%0A",
                "%0d%0aX-Injected:%201",
                "%20",
                "+",
                "%",
                "%zz",
                "%5C",
                "%FF",
                "%C0%AF",
                "%EF%BF%BF",
                "%F0%9F%98%80",
                "=",
                "==",
                "A",
                "%3Freset_password",
                "'%20OR%201=1--",
                "*",
                ".xml",
                "/."
            })
    void goodTokenWithATailIsNotThatToken(String tail) {
        TestAccount account = account();

        assertRefused(phone.get("/provisioning/" + account.token() + tail));

        assertThat(account.isActivated()).isFalse();
        phone.assertLive(account.token());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/provisioning/%20", "/provisioning/.", "/provisioning/%2e%2e/provisioning%00", "/provisioning/null",
                "/provisioning//x", "/provisioning/qrcode", "/provisioning/qrcode/", "/provisioning/auth_token/",
                "/provisioning/qrcode/..%2f", "/provisioning/\u00e9\u00e8", "/provisioning/a\\b",
                        "/provisioning/WEB-INF/web.xml"
            })
    void whatIsNoTokenIsRefused(String target) {
        assertRefused(phone.get(target));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 23, 44, 255, 4_000, 7_000, 20_000})
    void tokensOfAnyLengthAreRefused(int length) {
        assertRefused(phone.get("/provisioning/" + "A".repeat(length)));
        assertRefused(phone.get("/provisioning/qrcode/" + "A".repeat(length)));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isIn(400, 404, 414);
        assertThat(answer.text()).doesNotContain("<config", "Exception", "payara");
        assertThat(answer.headers()).doesNotContainKeys("x-injected", "set-cookie");
    }

    private TestAccount expired() {
        TestAccount account = account();
        Rows.update(
                "UPDATE provisioning_token SET expires_at = ? WHERE account_id = ?",
                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                account.id());
        return account;
    }

    private TestAccount inExpiredSpace() {
        TestAccount account = account(hostedSpace());
        changeSpace(account.domain(), Map.of("expire_at", "2020-01-01T00:00:00Z"));
        return account;
    }

    /** Returns an answer without its header Date, which may differ between two answers. */
    private static String comparable(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        return answer.status() + " " + headers + " " + answer.text();
    }

    private static List<String> credentials(TestAccount account) {
        return Rows.row("SELECT ha1_md5, ha1_sha256 FROM account WHERE id = ?", account.id());
    }

    private static List<String> subscriber(TestAccount account) {
        return Rows.row(
                "SELECT ha1, ha1_sha256 FROM subscriber WHERE username = ? AND domain = ?",
                account.username(),
                account.domain());
    }
}
