package org.sipprovisioning.space;

import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the public key of a space's issuer: one SubjectPublicKeyInfo in PEM, of a type that signs tokens. */
public final class PublicKeyPem {
    /** The minimum length of an RSA key in bits (RFC 7518 §3.3). */
    public static final int MIN_RSA_BITS = 2048;

    /** The curves of ECDSA signatures (RFC 7518 §3.4). */
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private static final String EXPECTED =
            "must be a public key: RSA of 2048 bits or more, or EC P-256, P-384 or P-521";

    private PublicKeyPem() {}

    /** @throws IllegalArgumentException with the reason, if the text is not such a key */
    public static PublicKey parse(String text) {
        List<byte[]> blocks = Pem.read("PUBLIC KEY", text);
        PublicKey key = key(new X509EncodedKeySpec(blocks.get(0)));
        if (blocks.size() > 1 || !isStrong(key)) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return key;
    }

    private static PublicKey key(X509EncodedKeySpec encoded) {
        return Stream.of("RSA", "EC")
                .flatMap(algorithm -> find(algorithm, encoded).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(EXPECTED));
    }

    private static Optional<PublicKey> find(String algorithm, X509EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(encoded));
        } catch (GeneralSecurityException anotherKind) {
            return Optional.empty();
        }
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        Curve curve = Curve.forECParameterSpec(((ECPublicKey) key).getParams());
        return curve != null && CURVES.contains(curve);
    }
}
