package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.security.apikey.ApiKey.Kind;
import org.sipprovisioning.space.SampleSpaces;

class ApiKeyTest {
    private final Account account = SampleAccounts.of(SampleSpaces.of("sip.example.org"), "alice", "{}");

    @Test
    void keyOfAUserDiesAnHourAfterItWasMade() {
        ApiKey key = key(Kind.USER);

        assertThat(key.isAlive(key.createdAt().plus(Duration.ofMinutes(60)).minusMillis(1)))
                .isTrue();
        assertThat(key.isAlive(key.createdAt().plus(Duration.ofMinutes(60)))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "USER")
    void otherKeysLiveOn(Kind kind) {
        assertThat(key(kind).isAlive(Instant.now().plus(Duration.ofDays(10_000))))
                .isTrue();
    }

    @Test
    void isUsedFromAnywhereUnlessRestricted() {
        ApiKey key = key(Kind.ADMIN);
        assertThat(key.mayBeUsedFrom("192.0.2.1")).isTrue();

        key.restrictTo(List.of("192.0.2.1", "2001:db8::/32"));

        assertThat(key.ips()).containsExactly("192.0.2.1", "2001:db8::/32");
        assertThat(key.mayBeUsedFrom("192.0.2.1")).isTrue();
        assertThat(key.mayBeUsedFrom("2001:db8:1::1")).isTrue();
        assertThat(key.mayBeUsedFrom("192.0.2.2")).isFalse();
        assertThat(key.mayBeUsedFrom("2001:db9::1")).isFalse();
        assertThat(key.mayBeUsedFrom("unknown")).isFalse();

        key.restrictTo(List.of());
        assertThat(key.mayBeUsedFrom("192.0.2.2")).isTrue();
    }

    @Test
    void firstUseIsToBeRecorded() {
        assertThat(key(Kind.ADMIN).isUseToRecord(Instant.now())).isTrue();
    }

    private ApiKey key(Kind kind) {
        return new ApiKey(account, new Secret("a key"), kind, "name");
    }
}
