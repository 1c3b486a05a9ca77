package org.sipprovisioning.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What one request is about: an account, its token and its key, which all follow from a number. {@link Population} has put
 * them into the database by the same rules. All have the same length, so that all documents have it too.
 *
 * @param generation how often the tokens were renewed
 */
record Subject(int generation, int number) {
    static final String DOMAIN = "sip.example.org";
    static final String PASSWORD = "a-good-password";
    static final String USERNAME_PREFIX = "user-";
    static final String TOKEN_PREFIX = "benchmark";
    static final String KEY_PREFIX = "benchmark-key-";
    static final int DIGITS = 8;
    static final int GENERATION_DIGITS = 5;
    static final long FIRST_ID = 10_000_000;

    long accountId() {
        return FIRST_ID + number;
    }

    String username() {
        return USERNAME_PREFIX + padded(number, DIGITS);
    }

    /** Returns the name of an account that is not in the database yet. */
    String newUsername() {
        return "fresh-" + padded(number, DIGITS);
    }

    String token() {
        return TOKEN_PREFIX + padded(generation, GENERATION_DIGITS) + padded(number, DIGITS);
    }

    String key() {
        return KEY_PREFIX + padded(number, DIGITS);
    }

    /** Returns the values that statements contain, by the names of {@link Script}'s placeholders. */
    Map<String, String> known() {
        return Map.of(
                "id", Long.toString(accountId()),
                "username", username(),
                "newUsername", newUsername(),
                "tokenHash", sha256(token()),
                "keyHash", sha256(key()));
    }

    private static String sha256(String text) {
        return hash("SHA-256", text);
    }

    static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String padded(int value, int digits) {
        String text = Integer.toString(value);
        return "0".repeat(digits - text.length()) + text;
    }
}
