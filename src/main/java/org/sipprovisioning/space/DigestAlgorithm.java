package org.sipprovisioning.space;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A Digest algorithm of SIP authentication that phones support (RFC 7616 §6.1, RFC 8760). */
public enum DigestAlgorithm {
    MD5("MD5", 32),
    SHA_256("SHA-256", 64);

    private final String token;
    private final int hexLength;

    DigestAlgorithm(String token, int hexLength) {
        this.token = token;
        this.hexLength = hexLength;
    }

    /** Returns the length of a hash in hex digits. */
    public int hexLength() {
        return hexLength;
    }

    /** Returns the name as it stands in a challenge's {@code algorithm}, in the linphonerc and in JSON. */
    public String token() {
        return token;
    }

    /** Returns {@code H(username:realm:password)} in lower-case hex (RFC 7616 §3.4.2). */
    public String ha1(String username, String realm, String password) {
        return hash(username + ':' + realm + ':' + password);
    }

    /** Returns the hash of the text's UTF-8 in lower-case hex: {@code H(text)}. */
    public String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(token).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + token, e);
        }
    }

    /** @throws IllegalArgumentException with the reason, if the text is not one of the names, whose case matters */
    public static DigestAlgorithm parse(String token) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.token.equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be MD5 or SHA-256"));
    }
}
