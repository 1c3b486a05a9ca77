package org.sipprovisioning.account;

import java.util.Optional;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.space.Space;

/**
 * The admin who is asking.
 *
 * @param account theirs
 * @param isSuper whether they may see every space
 */
record Caller(Account account, boolean isSuper) {

    boolean sees(Space space) {
        return isSuper || account.isOf(space);
    }

    /** Which space an account goes to: the named one, which only a super admin may choose, or the caller's. */
    String domainFor(Optional<String> wanted) {
        String own = account.space().domain();
        if (!isSuper && wanted.filter(domain -> !domain.equals(own)).isPresent()) {
            throw new Forbidden("Only a super admin may choose the domain.");
        }
        return wanted.orElse(own);
    }
}
