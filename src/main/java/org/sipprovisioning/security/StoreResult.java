package org.sipprovisioning.security;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Roles;

/** Turns the account that an identity store has found into the result that Jakarta Security expects. */
final class StoreResult {
    private StoreResult() {}

    /** Returns the caller, named by the account's SIP URI, with the account's roles; an invalid result without an account. */
    static CredentialValidationResult of(Optional<Account> account) {
        return account.map(
                        found -> new CredentialValidationResult(found.address().uri(), Roles.of(found)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
