package org.sipprovisioning.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipprovisioning.space.PublicKeyPem;

/**
 * The usable public keys of a JWK set (RFC 7517 §5). Leaves out private keys and common secrets, which are not secret any more if they are
 * published, RSA keys that are too short, and unknown kinds of keys.
 */
final class JwkList {
    static final JwkList EMPTY = new JwkList(List.of());

    private final List<JWK> keys;

    private JwkList(List<JWK> keys) {
        this.keys = keys;
    }

    /** @throws ParseException if the text is not a JWK set */
    static JwkList parse(String json) throws ParseException {
        Map<String, Object> set = JSONObjectUtils.parse(json);
        Map<String, Object>[] members = set == null ? null : JSONObjectUtils.getJSONObjectArray(set, "keys");
        if (members == null) {
            throw new ParseException("There are no keys in it", 0);
        }
        return new JwkList(Arrays.stream(members)
                .flatMap(member -> key(member).stream())
                .filter(JwkList::isUsable)
                .toList());
    }

    /** Whether the header names one of these keys by its {@code kid}, or names no key. */
    boolean knows(JWSHeader header) {
        return header.getKeyID() == null
                || keys.stream().anyMatch(key -> header.getKeyID().equals(key.getKeyID()));
    }

    /** Returns the keys that fit the header by algorithm, {@code kid} and {@code use}. */
    List<PublicKey> matching(JWSHeader header) {
        return Optional.ofNullable(JWKMatcher.forJWSHeader(header)).stream()
                .flatMap(matcher -> keys.stream().filter(matcher::matches))
                .flatMap(JwkList::publicKey)
                .toList();
    }

    private static Optional<JWK> key(Map<String, Object> member) {
        try {
            return Optional.of(JWK.parse(member));
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(JWK key) {
        return key instanceof AsymmetricJWK
                && !key.isPrivate()
                && !(key instanceof RSAKey && key.size() < PublicKeyPem.MIN_RSA_BITS);
    }

    private static Stream<PublicKey> publicKey(JWK key) {
        try {
            return Stream.of(((AsymmetricJWK) key).toPublicKey());
        } catch (JOSEException e) {
            return Stream.empty();
        }
    }
}
