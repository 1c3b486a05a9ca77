package org.sipprovisioning.token;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.fault.NotFound;

/** What is kept of a token, and found by the one that somebody shows. */
final class TokenHash {
    static final int BITS = 128;

    /** Anything else in a path is no token, and need not be looked up. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private TokenHash() {}

    static Optional<String> find(String token) {
        return Optional.of(token).filter(text -> FORM.matcher(text).matches()).map(text -> new Secret(text).hash());
    }

    /** @throws NotFound for what never was one */
    static String get(String token) {
        return find(token).orElseThrow(NotFound::new);
    }
}
