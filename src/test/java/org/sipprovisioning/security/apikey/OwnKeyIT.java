package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/accounts/me/api_key}, the only key of a user. */
@InServer
class OwnKeyIT {
    private static final String KEY = "/api/accounts/me/api_key";
    private static final String ME = "/api/accounts/me";
    private static final int AT_ONCE = 20;

    private final TestAccount account = account();
    private final Api user = withKeyOf(account);

    @Test
    void provesItsUser() {
        JsonObject answer = user.get(KEY).is(200).json();

        assertThat(answer.keySet()).containsExactly("api_key");
        assertThat(answer.getString("api_key")).matches("[A-Za-z0-9_-]{43}");
        assertThat(Api.withKey(answer.getString("api_key")).get(ME).is(200).json())
                .isEqualTo(user.get(ME).is(200).json());
        assertThat(Rows.row("SELECT * FROM api_key WHERE kind = 'USER' AND account_id = ?", account.id()))
                .isNotEmpty()
                .doesNotContain(answer.getString("api_key"));
    }

    @Test
    void digestGivesOne() {
        String key = DigestLogin.challenged(account, Fixtures.PASSWORD, KEY)
                .send()
                .is(200)
                .json()
                .getString("api_key");

        Api.withKey(key).get(ME).is(200);
    }

    @Test
    void freshOneEndsTheFormer() {
        Api first = renew(user);
        Api second = renew(first);

        first.get(ME).is(401);
        second.get(ME).is(200);
        assertThat(keys()).isOne();
    }

    /** Keys of other accounts, and this account's keys of another kind, stay valid. */
    @Test
    void freshOneEndsNoOther() {
        Api another = renew(withKeyOf(account()));

        renew(user);

        another.get(ME).is(200);
        user.get(ME).is(200);
    }

    @Test
    void ofManyAskedForAtOnceOneIsAlive() {
        List<Api> asked = Race.run(AT_ONCE, () -> renew(user));

        assertThat(asked).filteredOn(key -> key.get(ME).status() == 200).hasSize(1);
        assertThat(asked).filteredOn(key -> key.get(ME).status() == 401).hasSize(AT_ONCE - 1);
        assertThat(keys()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"120, 59, 200", "120, 61, 401", "59, , 200", "61, , 401"})
    void diesAfterAnHourWithoutUse(long madeMinutesAgo, Long usedMinutesAgo, int status) {
        Api key = renew(user);
        Rows.update(
                "UPDATE api_key SET created_at = ?, last_used_at = ? WHERE kind = 'USER' AND account_id = ?",
                minutesAgo(madeMinutesAgo),
                usedMinutesAgo == null ? null : minutesAgo(usedMinutesAgo),
                account.id());

        key.get(ME).is(status);
        key.get(ME).is(status);
    }

    /** Each use within an hour lets the key live for another hour. */
    @Test
    void livesAsLongAsItIsUsed() {
        Api key = renew(user);
        usedMinutesAgo(59);
        key.get(ME).is(200);

        assertThat(Long.parseLong(lastUse())).isGreaterThan(minutesAgo(1));
    }

    @Test
    void deadOneIsNotRevivedByItsUse() {
        Api key = renew(user);
        usedMinutesAgo(61);
        String before = lastUse();

        key.get(ME).is(401);

        assertThat(lastUse()).isEqualTo(before);
    }

    /** HEAD would revoke the former key without showing the new one. */
    @Test
    void headMakesNone() {
        Api key = renew(user);

        Api.Answer answer = key.call("HEAD", KEY).is(405);

        assertThat(answer.header("Allow")).isEqualTo("GET, OPTIONS");
        key.get(ME).is(200);
    }

    @Test
    void anonymousGetsNone() {
        Api.anonymous().get(KEY).is(401);
        Api.anonymous().call("HEAD", KEY).is(401);
    }

    private static Api renew(Api caller) {
        return Api.withKey(caller.get(KEY).is(200).json().getString("api_key"));
    }

    private int keys() {
        return Integer.parseInt(
                Rows.row("SELECT COUNT(*) FROM api_key WHERE kind = 'USER' AND account_id = ?", account.id())
                        .get(0));
    }

    private String lastUse() {
        return Rows.row("SELECT last_used_at FROM api_key WHERE kind = 'USER' AND account_id = ?", account.id())
                .get(0);
    }

    private void usedMinutesAgo(long minutes) {
        Rows.update(
                "UPDATE api_key SET last_used_at = ? WHERE kind = 'USER' AND account_id = ?",
                minutesAgo(minutes),
                account.id());
    }

    private static long minutesAgo(long minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toEpochMilli();
    }
}
