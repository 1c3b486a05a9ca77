package org.sipprovisioning.security;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Roles;

/** Turns the account that an identity store has found into the result that Jakarta Security expects. */
final class StoreResult {
    private StoreResult() {}

    /** Returns the caller, named by the account's SIP URI, with all roles of the account; an invalid result without an account. */
    static CredentialValidationResult of(Optional<Account> account) {
        return of(account, Roles::of);
    }

    /** Does the same as {@link #of}, without the roles of an administrator. */
    static CredentialValidationResult ofUser(Optional<Account> account) {
        return of(account, Roles::withoutAdministration);
    }

    private static CredentialValidationResult of(Optional<Account> account, Function<Account, Set<String>> roles) {
        return account.map(
                        found -> new CredentialValidationResult(found.address().uri(), roles.apply(found)))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
