package org.sipprovisioning.security.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.sipprovisioning.space.SingleSignOn;

/** Tests that no text but a valid token proves an identity, and that none causes an exception. */
class SignedTokenPropertyTest {
    private static final Issuer ISSUER = Issuer.withEcKey("https://login.example.com/", "one");
    private static final String TOKEN = ISSUER.tokenFor("alice@example.org");
    private static final SingleSignOn TRUSTED = ISSUER.trusted(Optional.empty());

    @Property
    void anyText(@ForAll String text) {
        assertThat(isSigned(text)).isFalse();
    }

    @Property
    void anyThreeParts(@ForAll("json") String header, @ForAll("json") String payload, @ForAll byte[] signature) {
        assertThat(isSigned(encoded(header.getBytes(UTF_8))
                        + '.'
                        + encoded(payload.getBytes(UTF_8))
                        + '.'
                        + encoded(signature)))
                .isFalse();
    }

    /** The last character of each part is not changed, because some of its bits have no meaning in Base64. */
    @Property
    void aGoodOneWithAnotherCharacter(@ForAll("places") int at, @ForAll char other) {
        String changed = TOKEN.substring(0, at) + other + TOKEN.substring(at + 1);

        assertThat(isSigned(changed)).isEqualTo(other == TOKEN.charAt(at));
    }

    @Property
    void aGoodOneCutShort(@ForAll("places") int length) {
        assertThat(isSigned(TOKEN.substring(0, length))).isFalse();
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers()
                .between(0, TOKEN.length() - 1)
                .filter(at -> at + 1 < TOKEN.length() && TOKEN.charAt(at + 1) != '.');
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> names =
                Arbitraries.of("alg", "kid", "crit", "b64", "iss", "aud", "exp", "nbf", "typ", "jwk", "x5c", "zip");
        Arbitrary<String> values = Arbitraries.of(
                "\"ES256\"", "\"none\"", "\"HS256\"", "null", "[]", "{}", "1e999", "-1", "true", "[\"b64\"]", "\"\"");
        Arbitrary<String> fields = Combinators.combine(names, values).as((name, value) -> '"' + name + "\":" + value);
        Arbitrary<String> objects = fields.list().ofMaxSize(6).map(list -> '{' + String.join(",", list) + '}');
        Arbitrary<String> deep = Arbitraries.of("[", "{\"alg\":").map(level -> level.repeat(5_000));
        return Arbitraries.frequencyOf(Tuple.of(8, objects), Tuple.of(2, values), Tuple.of(1, deep));
    }

    private static boolean isSigned(String text) {
        return SignedToken.parse(text)
                .filter(token -> {
                    token.sipAddress(TRUSTED);
                    token.email(TRUSTED);
                    token.isFrom(TRUSTED, Clock.systemUTC());
                    return token.isSignedBy(ISSUER.publicKey());
                })
                .isPresent();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
