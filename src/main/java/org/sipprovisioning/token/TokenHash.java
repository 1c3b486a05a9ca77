package org.sipprovisioning.token;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.fault.NotFound;

/** The hash of a token: it is stored in place of the token, and a token that a client shows is found by it. */
final class TokenHash {
    /** The random bits of a token. */
    static final int BITS = 128;

    /** The form of {@link #BITS} bits in URL-safe Base64. Text of another form is not a token, and is not looked up in the database. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private TokenHash() {}

    /** Returns the hash of a token; empty if the text does not have the form of a token. */
    static Optional<String> find(String token) {
        return Optional.of(token).filter(text -> FORM.matcher(text).matches()).map(text -> new Secret(text).hash());
    }

    /**
     * Returns the hash of a token.
     *
     * @throws NotFound if the text does not have the form of a token
     */
    static String get(String token) {
        return find(token).orElseThrow(NotFound::new);
    }
}
