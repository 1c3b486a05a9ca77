package org.sipprovisioning.security;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Instant;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.security.apikey.ApiKey;
import org.sipprovisioning.security.apikey.ApiKeys;

/**
 * Authenticates accounts by their API keys. The principal's name is the account's SIP URI. A key from an address that its list does not
 * allow is as wrong as an unknown key. A user's key gives role user only, because a login by Digest is enough to get one.
 */
@ApplicationScoped
public class ApiKeyStore implements IdentityStore {
    @Inject
    ApiKeys keys;

    @Inject
    RequestTarget target;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof ApiKeyCredential apiKey)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Instant now = Instant.now();
        Optional<ApiKey> found = find(apiKey, now);
        found.filter(key -> key.isUseToRecord(now)).ifPresent(key -> recordUse(key, now));
        boolean isOfUser = found.filter(ApiKey::isOfUser).isPresent();
        Optional<Account> account = found.map(ApiKey::account);
        return isOfUser ? StoreResult.ofUser(account) : StoreResult.of(account);
    }

    private Optional<ApiKey> find(ApiKeyCredential sent, Instant now) {
        Optional<ApiKey> known = keys.find(sent.key());
        Optional<ApiKey> alive = known.filter(found -> found.isAlive(now));
        sent.explain(
                known.isEmpty() ? Reason.UNKNOWN_KEY : alive.isEmpty() ? Reason.EXPIRED_KEY : Reason.WRONG_ADDRESS);
        return alive.filter(found -> found.mayBeUsedFrom(target.client().text()));
    }

    /** Ignores a conflict: the other transaction has just recorded the same, or deletes the key. */
    private void recordUse(ApiKey key, Instant now) {
        try {
            keys.recordUse(key, now);
        } catch (EJBException e) {
            if (!DatabaseFailure.isTransient(e)) {
                throw e;
            }
        }
    }
}
