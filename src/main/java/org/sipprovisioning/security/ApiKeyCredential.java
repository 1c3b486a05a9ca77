package org.sipprovisioning.security;

import org.sipprovisioning.account.Secret;

/** The API key of a request, from the header {@code x-api-key}. */
final class ApiKeyCredential extends RequestCredential {
    private final Secret key;

    ApiKeyCredential(Secret key) {
        this.key = key;
    }

    Secret key() {
        return key;
    }

    @Override
    String way() {
        return "api_key";
    }
}
