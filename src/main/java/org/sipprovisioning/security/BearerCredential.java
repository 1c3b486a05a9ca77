package org.sipprovisioning.security;

/** The OpenID Connect token of a request, from the header {@code Authorization: Bearer} (RFC 6750 §2.1). */
final class BearerCredential extends RequestCredential {
    private final String token;

    BearerCredential(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    @Override
    String way() {
        return "bearer";
    }
}
