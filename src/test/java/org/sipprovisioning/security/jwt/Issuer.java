package org.sipprovisioning.security.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.sipprovisioning.space.SingleSignOn;

/** An issuer of signed tokens with one key. */
public final class Issuer {
    public static final String AUDIENCE = "provisioning";

    private final String url;
    private final JWK key;
    private final JWSAlgorithm algorithm;

    private Issuer(String url, JWK key, JWSAlgorithm algorithm) {
        this.url = url;
        this.key = key;
        this.algorithm = algorithm;
    }

    public static Issuer withEcKey(String url, String keyId) {
        try {
            return new Issuer(url, new ECKeyGenerator(Curve.P_256).keyID(keyId).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Issuer withRsaKey(String url, String keyId, JWSAlgorithm algorithm) {
        try {
            return new Issuer(url, new RSAKeyGenerator(2048).keyID(keyId).generate(), algorithm);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns an issuer with the same key and another URL. */
    public Issuer as(String otherUrl) {
        return new Issuer(otherUrl, key, algorithm);
    }

    public String url() {
        return url;
    }

    public JWK key() {
        return key;
    }

    PublicKey publicKey() {
        try {
            return key instanceof RSAKey rsa ? rsa.toPublicKey() : ((ECKey) key).toPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                        .encodeToString(publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    SingleSignOn trusted(Optional<String> claim) {
        return new SingleSignOn(url, Optional.empty(), Optional.of(pem()), AUDIENCE, claim);
    }

    /** Begins the claims of a valid token, which expires after five minutes. A test adds further claims. */
    public JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(url)
                .audience(AUDIENCE)
                .subject("4711")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    /** Returns a token with a SIP identity. */
    public String tokenFor(String sipIdentity) {
        return sign(claims().claim("sip_identity", sipIdentity));
    }

    public String sign(JWTClaimsSet.Builder claims) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
