package org.sipprovisioning.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Race;

class RemoteKeysTest {
    private static final Issuer OLD = Issuer.withEcKey("https://login.example.com/", "old");
    private static final Issuer NEW = Issuer.withEcKey("https://login.example.com/", "new");

    private final Ticking clock = new Ticking();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile Optional<JwkList> published = keys(OLD);
    private final RemoteKeys remote = new RemoteKeys(
            () -> {
                fetches.incrementAndGet();
                return published;
            },
            clock);

    @Test
    void areFetchedOnceAndKept() {
        assertThat(remote.matching(header("old"))).containsExactly(OLD.publicKey());
        assertThat(remote.matching(header("old"))).hasSize(1);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void areFetchedForAnUnknownKeyOnceAMinute() {
        remote.matching(header("old"));
        published = keys(OLD, NEW);

        assertThat(remote.matching(header("new"))).isEmpty();
        clock.pass(Duration.ofSeconds(59));
        assertThat(remote.matching(header("new"))).isEmpty();
        assertThat(fetches).hasValue(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(remote.matching(header("new"))).containsExactly(NEW.publicKey());
        assertThat(remote.matching(header("never"))).isEmpty();
        assertThat(remote.matching(header("ever"))).isEmpty();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aFailureCountsAsWell() {
        published = Optional.empty();

        assertThat(remote.matching(header("old"))).isEmpty();
        assertThat(remote.matching(header("old"))).isEmpty();
        assertThat(fetches).hasValue(1);
        published = keys(OLD);
        clock.pass(Duration.ofMinutes(1));
        assertThat(remote.matching(header("old"))).hasSize(1);
    }

    @Test
    void aKeyThatIsWithdrawnGoes() {
        assertThat(remote.matching(header("old"))).hasSize(1);
        published = keys(NEW);

        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(remote.matching(header("old"))).hasSize(1);
        clock.pass(Duration.ofMillis(1));
        assertThat(remote.matching(header("old"))).isEmpty();
        assertThat(remote.matching(header("new"))).hasSize(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void theFormerOnesServeOnForAnHourIfFetchingFails() {
        remote.matching(header("old"));
        published = Optional.empty();

        clock.pass(Duration.ofMinutes(60).minusMillis(1));
        assertThat(remote.matching(header("old"))).hasSize(1);
        assertThat(fetches).hasValue(2);
        clock.pass(Duration.ofMillis(1));
        assertThat(remote.matching(header("old"))).isEmpty();
        published = keys(OLD);
        clock.pass(Duration.ofMinutes(1));
        assertThat(remote.matching(header("old"))).hasSize(1);
    }

    @Test
    void manyAtOnceCauseOneFetch() {
        List<Integer> found = Race.run(20, () -> remote.matching(header("old")).size());

        assertThat(found).hasSize(20).containsOnly(1);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aTokenThatNamesNoKeyMayBeOfAny() {
        published = keys(OLD, NEW);

        assertThat(remote.matching(new JWSHeader(JWSAlgorithm.ES256))).hasSize(2);
        assertThat(remote.matching(new JWSHeader(JWSAlgorithm.RS256))).isEmpty();
        assertThat(fetches).hasValue(1);
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
    }

    private static Optional<JwkList> keys(Issuer... issuers) {
        JWKSet set = new JWKSet(List.of(issuers).stream().map(Issuer::key).toList());
        try {
            return Optional.of(JwkList.parse(set.toPublicJWKSet().toString()));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that a test moves. */
    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.parse("2030-01-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
