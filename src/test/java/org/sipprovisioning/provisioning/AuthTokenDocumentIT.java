package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.NewDevice;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests {@code /provisioning/auth_token/{token}}: it returns, once, the document of the account that a user has
 * attached to the token.
 */
@InServer
class AuthTokenDocumentIT {
    private static final int AT_ONCE = 20;

    private final Phone phone = Phone.suite();
    private final NewDevice device = NewDevice.somewhere();
    private final TestAccount account = account();
    private final Api user = withKeyOf(account);

    @Test
    void provisionsActivatesAndIsUsedUp() {
        String url = url(device.tokenOf(user));

        Answer first = phone.get(url);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/xml");
        assertThat(first.header("Content-Length")).isEqualTo(String.valueOf(first.body().length));
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(PhoneConfig.read(first.body()).value("proxy_0", "reg_identity"))
                .isEqualTo("<sip:" + account.username() + "@" + account.domain() + ">");
        assertThat(account.isActivated()).isTrue();
        assertThat(phone.get(url).status()).isEqualTo(404);
    }

    /** Both documents have the same config-uri, so that the next start of the phone uses {@code /provisioning/me}. */
    @Test
    void givesTheDocumentOfAProvisioningToken() {
        assertThat(phone.config(url(device.tokenOf(user)))).isEqualTo(phone.config(account.url()));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "?reset_password, true", "?reset_password=1, true", "?reset_password=0, false"})
    void resetsThePasswordWhereAsked(String query, boolean reset) {
        List<String> before = credentials();

        PhoneConfig config = phone.config(url(device.tokenOf(user)) + query);

        assertThat(config.value("auth_info_0", "ha1")).isEqualTo(credentials().get(0));
        assertThat(credentials().equals(before)).isEqualTo(!reset);
    }

    @Test
    void browserGetsAPageWithThatUrlAndUsesNothingUp() {
        String url = url(device.tokenOf(user));
        Phone browser = phone.with("Accept", "text/html");

        assertPage(browser.get(url), url);
        assertPage(browser.get(url + "?reset_password"), url + "?reset_password");

        assertThat(account.isActivated()).isFalse();
        phone.config(url);
        assertThat(browser.get(url).status()).isEqualTo(404);
    }

    @Test
    void headUsesNothingUp() {
        String url = url(device.tokenOf(user));
        List<String> before = credentials();

        assertThat(phone.head(url + "?reset_password").status()).isEqualTo(200);
        assertThat(phone.with("Accept", "text/html").head(url).status()).isEqualTo(200);

        assertThat(credentials()).isEqualTo(before);
        assertThat(account.isActivated()).isFalse();
        phone.config(url);
        assertThat(phone.head(url).status()).isEqualTo(404);
    }

    @Test
    void deadInAnExpiredSpace() {
        TestAccount elsewhere = account(hostedSpace());
        String url = url(device.tokenOf(withKeyOf(elsewhere)));
        changeSpace(elsewhere.domain(), Map.of("expire_at", "2020-01-01T00:00:00Z"));

        assertThat(phone.get(url).status()).isEqualTo(404);

        changeSpace(elsewhere.domain(), Map.of("expire_at", "2099-01-01T00:00:00Z"));
        phone.config(url);
    }

    @Test
    void attachedAtOnceItIsOneUsers() {
        String token = device.token();
        List<TestAccount> accounts = Race.run(AT_ONCE, () -> account());
        List<Api> users = accounts.stream().map(Fixtures::withKeyOf).toList();

        List<Integer> statuses = Race.run(
                AT_ONCE,
                client -> NewDevice.attach("POST", token, users.get(client)).status());

        assertOneOf(statuses);
        assertThat(phone.config(url(token)).value("auth_info_0", "username"))
                .isEqualTo(accounts.get(statuses.indexOf(200)).username());
    }

    @RepeatedTest(3)
    void usedAtOnceItGivesOneDocument() {
        String url = url(device.tokenOf(user));

        assertOneOf(Race.run(AT_ONCE, () -> phone.get(url).status()));
    }

    @RepeatedTest(3)
    void usedAtOnceByResetTheWinnersCounts() {
        String url = url(device.tokenOf(user)) + "?reset_password";

        List<Answer> answers = Race.run(AT_ONCE, () -> phone.get(url));

        assertOneOf(answers.stream().map(Answer::status).toList());
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .map(answer -> PhoneConfig.read(answer.body()).value("auth_info_0", "ha1"))
                .containsExactly(credentials().get(0));
    }

    /** Half of the clients ask for a document, the others for a key. */
    @RepeatedTest(3)
    void usedAtOnceInBothWaysItGivesOneAnswer() {
        String token = device.tokenOf(user);

        List<Integer> statuses = Race.run(
                AT_ONCE,
                client -> phone.get(client % 2 == 0 ? url(token) : "/api/accounts/me/api_key/" + token)
                        .status());

        assertOneOf(statuses);
        assertThat(account.isActivated()).isEqualTo(statuses.indexOf(200) % 2 == 0);
    }

    private static void assertOneOf(List<Integer> statuses) {
        assertThat(statuses).containsOnly(200, 404).containsOnlyOnce(200);
    }

    private static void assertPage(Answer answer, String url) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(answer.text())
                .contains("value=\"" + url + '"')
                .doesNotContain("<config", "<script", "href", "linphone-config");
    }

    private static String url(String token) {
        return Server.suite().uri("/provisioning/auth_token/" + token).toString();
    }

    private List<String> credentials() {
        return Rows.row("SELECT ha1_sha256, ha1_md5 FROM account WHERE id = ?", account.id());
    }
}
