package org.sipprovisioning.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.authToken;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests the codes by which the audit trail tells an admin why a phone was refused. The phone itself gets the same answer for all. */
@InServer
class ReasonsIT {
    private final String domain = hostedSpace();
    private final TestAccount account = account(domain);
    private final Phone phone = Phone.suite();

    @Test
    void ofAUsedToken() {
        phone.config(account.url());
        refused(account.url());

        assertThat(reasons("token_consumed")).containsExactly("used_token", "null");
    }

    @Test
    void ofAnExpiredToken() {
        Rows.update("UPDATE provisioning_token SET expires_at = 1 WHERE account_id = ?", account.id());
        refused(account.url());

        assertThat(reasons("token_consumed")).containsExactly("expired_token");
    }

    @Test
    void ofABlockedAccount() {
        Rows.update("UPDATE account SET blocked = TRUE WHERE id = ?", account.id());
        refused(account.url());

        assertThat(reasons("token_consumed")).containsExactly("blocked");
    }

    @Test
    void ofAnExpiredSpace() {
        Rows.update("UPDATE space SET expire_at = 1 WHERE domain = ?", domain);
        refused(account.url());

        assertThat(reasons("token_consumed")).containsExactly("space_expired");
    }

    @Test
    void ofATokenThatDoesNotExist() {
        refused("/provisioning/" + "x".repeat(22));

        assertThat(Api.superAdmin()
                        .get("/api/audit?event=token_consumed&per_page=1")
                        .is(200)
                        .json()
                        .getJsonArray("data")
                        .getJsonObject(0)
                        .getString("reason"))
                .isEqualTo("unknown_token");
    }

    @Test
    void ofAnAuthToken() {
        String token = authToken(Optional.of(account));
        phone.config("/provisioning/auth_token/" + token);
        refused("/provisioning/auth_token/" + token);

        assertThat(reasons("auth_token_consumed")).containsExactly("used_token", "null");
    }

    @Test
    void ofAWrongPassword() {
        DigestLogin.challenged(account, "wrong-password", "/provisioning/me")
                .send()
                .is(401);
        Rows.update("UPDATE account SET ha1_md5 = NULL, ha1_sha256 = NULL WHERE id = ?", account.id());
        DigestLogin.challenged(account, "wrong-password", "/provisioning/me")
                .send()
                .is(401);

        assertThat(reasons("login")).containsExactly("no_password", "wrong_password");
    }

    @Test
    void ofAnUnknownKey() {
        Api.withKey("no-such-key").get("/api/accounts").is(401);

        assertThat(Api.superAdmin()
                        .get("/api/audit?event=login&per_page=20")
                        .is(200)
                        .json()
                        .getJsonArray("data")
                        .getValuesAs(JsonObject.class))
                .extracting(ReasonsIT::reason)
                .contains("unknown_key");
    }

    private void refused(String url) {
        assertThat(phone.get(url).status()).isEqualTo(404);
    }

    private List<String> reasons(String event) {
        changeSpace(domain, Map.of("expire_at", JsonValue.NULL));
        return adminOf(domain)
                .get("/api/audit?event=" + event + "&account=" + account.sipUri())
                .is(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(ReasonsIT::reason)
                .toList();
    }

    private static String reason(JsonObject entry) {
        return entry.isNull("reason") ? "null" : entry.getString("reason");
    }
}
