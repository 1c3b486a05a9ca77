package org.sipprovisioning.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Knows the accounts by their API keys. The principal's name is the account's SIP URI. */
@ApplicationScoped
public class ApiKeyStore implements IdentityStore {
    @Inject
    ApiKeys keys;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof ApiKeyCredential apiKey)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return keys.accountOf(apiKey.key())
                .map(account -> new CredentialValidationResult(account.address().uri(), Roles.of(account)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
