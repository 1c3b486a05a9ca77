package org.sipprovisioning.security;

import org.sipprovisioning.account.Secret;

import jakarta.security.enterprise.credential.Credential;

/** What header {@code x-api-key} holds. */
record ApiKeyCredential(Secret key) implements Credential {}
