package org.sipprovisioning.hook;

import java.util.Objects;
import java.util.Optional;

/**
 * What a document is composed for.
 *
 * @param account whose document it is; empty for the document that is open to all
 * @param space the account's space; without an account, the one that was asked
 * @param request what the phone sent
 * @param algorithm of the credential: {@code MD5} or {@code SHA-256} (RFC 7616); empty where there is none
 */
public record Context(Optional<Account> account, Space space, Request request, Optional<String> algorithm) {

    public Context {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(algorithm, "algorithm");
    }

    /** The same for another credential. */
    public Context withAlgorithm(Optional<String> newAlgorithm) {
        return new Context(account, space, request, newAlgorithm);
    }
}
