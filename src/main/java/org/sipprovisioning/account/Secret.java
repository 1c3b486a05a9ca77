package org.sipprovisioning.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A random secret: a token, a key, a generated password. It is shown once to the one who asked for it; what is kept is its hash, which
 * needs no salt, as nobody can guess 128 bits.
 */
public record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param bits of randomness, a multiple of 8; written in URL-safe Base64 without padding */
    public static Secret random(int bits) {
        byte[] bytes = new byte[bits / 8];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256, in hex. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Never the value: a secret may end up in a message by mistake. */
    @Override
    public String toString() {
        return "Secret";
    }
}
