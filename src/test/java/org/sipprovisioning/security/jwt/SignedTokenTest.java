package org.sipprovisioning.security.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.space.SingleSignOn;

class SignedTokenTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Issuer ISSUER = Issuer.withEcKey("https://login.example.com/realm", "one");
    private static final SingleSignOn TRUSTED = ISSUER.trusted(Optional.empty());
    private static final SipAddress ALICE = new SipAddress("alice", "example.org");

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void takesEachRsaSignature(String algorithm) {
        Issuer rsa = Issuer.withRsaKey(ISSUER.url(), "one", JWSAlgorithm.parse(algorithm));

        assertThat(token(rsa.claims(), rsa).isSignedBy(rsa.publicKey())).isTrue();
        assertThat(token(rsa.claims(), rsa).isSignedBy(ISSUER.publicKey())).isFalse();
    }

    @Test
    void takesNoSignatureOfAnotherKeyAndNoOtherContent() {
        String token = ISSUER.sign(ISSUER.claims());
        String[] parts = token.split("\\.");
        String other = ISSUER.sign(ISSUER.claims().subject("another")).split("\\.")[1];

        assertThat(signed(token).isSignedBy(ISSUER.publicKey())).isTrue();
        assertThat(signed(token).isSignedBy(Issuer.withEcKey("x", "one").publicKey()))
                .isFalse();
        assertThat(signed(parts[0] + '.' + other + '.' + parts[2]).isSignedBy(ISSUER.publicKey()))
                .isFalse();
    }

    @Test
    void takesNoPublicKeyForASecret() throws JOSEException {
        for (byte[] secret : List.of(
                ISSUER.pem().getBytes(UTF_8),
                ISSUER.pem().strip().getBytes(UTF_8),
                ISSUER.publicKey().getEncoded())) {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256), ISSUER.claims().build());
            forged.sign(new MACSigner(secret));

            assertThat(signed(forged.serialize()).isSignedBy(ISSUER.publicKey()))
                    .isFalse();
        }
    }

    @Test
    void takesNoTokenWithoutSignature() {
        String[] parts = ISSUER.sign(ISSUER.claims()).split("\\.");

        assertThat(SignedToken.parse(new PlainJWT(ISSUER.claims().build()).serialize()))
                .isEmpty();
        assertThat(SignedToken.parse(parts[0] + '.' + parts[1] + '.')
                        .filter(token -> token.isSignedBy(ISSUER.publicKey())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-59, true", "-60, false", "-61, false", "0, true", "86400, true"})
    void expires(long secondsFromNow, boolean isGood) {
        assertThat(isGood(ISSUER.claims().expirationTime(fromNow(secondsFromNow))))
                .isEqualTo(isGood);
    }

    @ParameterizedTest
    @CsvSource({"-3600, true", "0, true", "59, true", "60, false", "61, false"})
    void begins(long secondsFromNow, boolean isGood) {
        assertThat(isGood(claims().notBeforeTime(fromNow(secondsFromNow)))).isEqualTo(isGood);
    }

    @Test
    void isForUsAndForNow() {
        assertThat(isGood(claims())).isTrue();
        assertThat(isGood(claims().audience(List.of("others", Issuer.AUDIENCE))))
                .isTrue();
        assertThat(isGood(claims().audience("others"))).isFalse();
        assertThat(isGood(claims().audience((String) null))).isFalse();
        assertThat(isGood(claims().issuer(ISSUER.url() + '/'))).isFalse();
        assertThat(isGood(claims().issuer(null))).isFalse();
        assertThat(isGood(claims().expirationTime(null))).isFalse();
    }

    @Test
    void namesWhoseItIs() {
        assertThat(named(claims().claim("sip_identity", "sip:alice@example.org"), ""))
                .contains(ALICE);
        assertThat(named(claims().claim("sip_identity", "alice@EXAMPLE.org"), ""))
                .contains(ALICE);
        assertThat(named(claims().claim("upn", "alice@example.org"), "upn")).contains(ALICE);
        assertThat(named(claims().claim("sip_identity", "alice@example.org"), "upn"))
                .isEmpty();
        assertThat(named(claims().claim("sip_identity", "alice"), "")).isEmpty();
        assertThat(named(claims().claim("sip_identity", List.of("alice@example.org")), ""))
                .isEmpty();
        assertThat(named(claims(), "")).isEmpty();
    }

    @Test
    void namesAnEmailAddressOnlyIfItWasVerified() {
        assertThat(email(mail().claim("email_verified", true), "")).contains("alice@example.com");
        assertThat(email(mail().claim("email_verified", true), "email")).contains("alice@example.com");
        assertThat(email(mail(), "")).isEmpty();
        assertThat(email(mail().claim("email_verified", false), "")).isEmpty();
        assertThat(email(mail().claim("email_verified", "true"), "")).isEmpty();
        assertThat(email(mail().claim("email_verified", 1), "")).isEmpty();
        assertThat(named(mail().claim("email_verified", true), "")).isEmpty();
    }

    @Test
    void theAddressCountsOnlyWhereNothingElseIsSaid() {
        JWTClaimsSet.Builder both = mail().claim("email_verified", true).claim("sip_identity", "nobody");

        assertThat(email(both, "")).isEmpty();
        assertThat(email(both, "email")).contains("alice@example.com");
        assertThat(email(both, "upn")).isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return ISSUER.claims().expirationTime(fromNow(300));
    }

    private static JWTClaimsSet.Builder mail() {
        return claims().claim("email", "alice@example.com");
    }

    private static Date fromNow(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static boolean isGood(JWTClaimsSet.Builder claims) {
        return token(claims, ISSUER).isFrom(TRUSTED, CLOCK);
    }

    private static Optional<SipAddress> named(JWTClaimsSet.Builder claims, String configured) {
        return token(claims, ISSUER).sipAddress(trusted(configured));
    }

    private static Optional<String> email(JWTClaimsSet.Builder claims, String configured) {
        return token(claims, ISSUER).email(trusted(configured));
    }

    private static SingleSignOn trusted(String claim) {
        return ISSUER.trusted(Optional.of(claim).filter(name -> !name.isEmpty()));
    }

    private static SignedToken token(JWTClaimsSet.Builder claims, Issuer issuer) {
        return signed(issuer.sign(claims));
    }

    private static SignedToken signed(String token) {
        return SignedToken.parse(token).orElseThrow();
    }
}
