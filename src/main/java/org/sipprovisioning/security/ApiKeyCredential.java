package org.sipprovisioning.security;

import org.sipprovisioning.account.Secret;

/** What header {@code x-api-key} holds. */
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
