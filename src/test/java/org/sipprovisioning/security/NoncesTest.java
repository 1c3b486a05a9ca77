package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class NoncesTest {
    private final Space space = SampleSpaces.kept(SampleSpaces.of("sip.example.org"), 7);
    private final Nonces nonces = nonces("the common key");

    @Test
    void knowsItsOwn() {
        Instant before = Instant.now().minusMillis(1);

        Nonce nonce = nonces.read(nonces.issue(space)).orElseThrow();

        assertThat(nonce.spaceId()).isEqualTo(7);
        assertThat(nonce.issuedAt()).isBetween(before, Instant.now());
        assertThat(nonce.isFresh(Instant.now())).isTrue();
    }

    @Test
    void knowsThoseOfAnotherNode() {
        assertThat(nonces("the common key").read(nonces.issue(space))).isPresent();
        assertThat(nonces("the common key").opaque()).isEqualTo(nonces.opaque());
    }

    @Test
    void knowsNoneOfAnotherKey() {
        assertThat(nonces("another key").read(nonces.issue(space))).isEmpty();
        assertThat(nonces("another key").opaque()).isNotEqualTo(nonces.opaque());
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(Stream.generate(() -> nonces.issue(space)).limit(1000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(() ->
                                nonces.read(nonces.issue(space)).orElseThrow().id())
                        .limit(1000))
                .doesNotHaveDuplicates();
    }

    /** Each changed bit would mean another time, another space or another seal. */
    @Test
    void cannotBeAltered() {
        byte[] nonce = Base64.getUrlDecoder().decode(nonces.issue(space));

        IntStream.range(0, nonce.length * Byte.SIZE).forEach(bit -> {
            byte[] altered = nonce.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(nonces.read(Base64.getUrlEncoder().withoutPadding().encodeToString(altered)))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "A", "AAAA", "*", "é"})
    void knowsNothingElse(String text) {
        assertThat(nonces.read(text)).isEmpty();
    }

    /** Each nonce has only one valid text. With a second one, a client could use the nonce twice. */
    @Test
    void isWrittenInOneWayOnly() {
        String nonce = nonces.issue(space);

        assertThat(nonces.read(nonce + "=")).isEmpty();
        assertThat(nonces.read(nonce + "==")).isEmpty();
        assertThat(Stream.of("A", "B", "C", "D", "g", "w", "Q")
                        .map(last -> nonce.substring(0, nonce.length() - 1) + last)
                        .filter(other -> !other.equals(nonce)))
                .allSatisfy(other -> assertThat(nonces.read(other)).isEmpty());
    }

    @Property
    void neverFails(@ForAll String text) {
        assertThat(nonces.read(text)).isEmpty();
    }

    @Test
    void isGoodForFiveMinutes() {
        Instant issued = Instant.parse("2026-01-01T00:00:00Z");
        Nonce nonce = new Nonce("id", issued, 7);

        assertThat(nonce.isFresh(issued)).isTrue();
        assertThat(nonce.isFresh(issued.plus(Duration.ofMinutes(5)).minusMillis(1)))
                .isTrue();
        assertThat(nonce.isFresh(issued.plus(Duration.ofMinutes(5)))).isFalse();
        assertThat(nonce.isFresh(issued.minus(Duration.ofMinutes(1)))).isTrue();
        assertThat(nonce.isFresh(issued.minus(Duration.ofMinutes(2)))).isFalse();
    }

    private static Nonces nonces(String key) {
        Seal seal = new Seal();
        seal.keys = new ServerKeys() {
            @Override
            public String secret() {
                return key;
            }
        };
        seal.start();
        Nonces nonces = new Nonces();
        nonces.seal = seal;
        return nonces;
    }
}
