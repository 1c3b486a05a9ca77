package org.sipprovisioning.account;

import java.util.Optional;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.space.Space;

/**
 * The admin who calls the API.
 *
 * @param account the account of the admin
 * @param isSuper whether the admin manages every space
 */
record Caller(Account account, boolean isSuper) {

    /** Whether the admin manages a space. */
    boolean sees(Space space) {
        return isSuper || account.isOf(space);
    }

    /**
     * Returns the domain of the space that an account goes to: the named one, or else the caller's.
     *
     * @throws Forbidden if a caller who is not a super admin names another domain
     */
    String domainFor(Optional<String> wanted) {
        String own = account.space().domain();
        if (!isSuper && wanted.filter(domain -> !domain.equals(own)).isPresent()) {
            throw new Forbidden("Only a super admin may choose the domain.");
        }
        return wanted.orElse(own);
    }
}
