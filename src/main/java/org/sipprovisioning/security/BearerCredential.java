package org.sipprovisioning.security;

import java.util.Optional;

/** A token of OpenID Connect in header {@code Authorization: Bearer} (RFC 6750 §2.1). */
final class BearerCredential extends RequestCredential {
    private final String token;
    private String claimedUri;

    BearerCredential(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    /** Once its issuer was seen to say so. */
    void claim(String uri) {
        claimedUri = uri;
    }

    @Override
    Optional<String> claimedUri() {
        return Optional.ofNullable(claimedUri);
    }

    @Override
    String way() {
        return "bearer";
    }
}
