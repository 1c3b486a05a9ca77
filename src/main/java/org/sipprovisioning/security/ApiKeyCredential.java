package org.sipprovisioning.security;

import jakarta.security.enterprise.credential.Credential;
import org.sipprovisioning.account.Secret;

/** What header {@code x-api-key} holds. */
record ApiKeyCredential(Secret key) implements Credential {}
