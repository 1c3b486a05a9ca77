package org.sipprovisioning.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Shortens a text that a client sends, so that it may be a key in memory: a client can send thousands of bytes as a user name. */
public final class ShortKey {
    private static final int MAX_LENGTH = 40;

    /** No name that the server accepts is longer. Of a longer text the rest makes no difference, and takes no time. */
    private static final int MAX_READ = 1_000;

    private static final int HASH_BYTES = 16;

    private ShortKey() {}

    /** Returns the text itself if it has at most 40 characters, otherwise 23 characters with its hash. */
    public static String of(String text) {
        return text.length() <= MAX_LENGTH ? text : "#" + hash(text.substring(0, Math.min(text.length(), MAX_READ)));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
