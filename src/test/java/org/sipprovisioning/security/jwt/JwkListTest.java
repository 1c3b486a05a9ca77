package org.sipprovisioning.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwkListTest {
    private static final Issuer ISSUER = Issuer.withEcKey("x", "one");

    @Test
    void findsAPublicKey() throws ParseException {
        assertThat(found(ISSUER.key().toPublicJWK().toJSONString())).isEqualTo(1);
        assertThat(list(ISSUER.key().toPublicJWK().toJSONString()).matching(header(JWSAlgorithm.ES256)))
                .containsExactly(ISSUER.publicKey());
    }

    @Test
    void leavesOutSecretOnesAndSymmetricOnes() throws JOSEException, ParseException {
        assertThat(found(ISSUER.key().toJSONString())).isZero();
        assertThat(found(new OctetSequenceKeyGenerator(256)
                        .keyID("one")
                        .generate()
                        .toJSONString()))
                .isZero();
    }

    @Test
    void leavesOutWhatIsForAnotherPurposeAndWhatIsWeak() throws JOSEException, ParseException {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("one").generate();
        JWK encrypting = new ECKeyGenerator(Curve.P_256)
                .keyID("one")
                .keyUse(KeyUse.ENCRYPTION)
                .generate();
        JWK otherAlgorithm = new ECKeyGenerator(Curve.P_256)
                .keyID("one")
                .algorithm(JWSAlgorithm.ES384)
                .generate();

        assertThat(found(weak.toPublicJWK().toJSONString())).isZero();
        assertThat(found(encrypting.toPublicJWK().toJSONString())).isZero();
        assertThat(found(otherAlgorithm.toPublicJWK().toJSONString())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kty\":\"XY\",\"kid\":\"one\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"kid\":\"one\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"kid\":\"one\"}",
                "{\"kty\":7}"
            })
    void oneThatIsNoneHidesNoOther(String key) throws ParseException {
        assertThat(found(key + ',' + ISSUER.key().toPublicJWK().toJSONString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"keys\":7}", "{\"keys\":[7]}", "<html/>"})
    void refusesWhatIsNoSet(String json) {
        assertThatThrownBy(() -> JwkList.parse(json)).isInstanceOf(ParseException.class);
    }

    private static int found(String keys) throws ParseException {
        return list(keys).matching(header(JWSAlgorithm.ES256)).size()
                + list(keys).matching(header(JWSAlgorithm.RS256)).size()
                + list(keys).matching(header(JWSAlgorithm.HS256)).size();
    }

    private static JwkList list(String keys) throws ParseException {
        return JwkList.parse("{\"keys\":[" + keys + "]}");
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("one").build();
    }
}
