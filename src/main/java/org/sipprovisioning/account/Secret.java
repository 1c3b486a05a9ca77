package org.sipprovisioning.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A random secret: a token, a key or a generated password. A token or a key is shown once, to the client that asked for it, and only its
 * hash is stored. The hash needs no salt, as 128 bits cannot be guessed.
 */
public record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a secret, written in URL-safe Base64 without padding.
     *
     * @param bits the number of random bits, a multiple of 8
     */
    public static Secret random(int bits) {
        byte[] bytes = new byte[bits / 8];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Returns the SHA-256 of the value, in lower-case hex. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Does not return the value, as a secret may get into a message by mistake. */
    @Override
    public String toString() {
        return "Secret";
    }
}
