package org.sipprovisioning.security;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sipprovisioning.account.Account;

/** What an authenticated account may be. The names stand in {@code @RolesAllowed} throughout. */
final class Roles {
    static final String USER = "user";
    static final String ADMIN = "admin";
    static final String SUPER_ADMIN = "super_admin";

    /** Of a space that has expired: known, and allowed nothing. */
    static final String EXPIRED = "expired";

    /** Known, and allowed nothing. */
    static final String BLOCKED = "blocked";

    private Roles() {}

    /** An admin of a space; of a super space, of all. Who is not activated manages nothing. */
    static Set<String> of(Account account) {
        if (account.space().isExpired()) {
            return Set.of(EXPIRED);
        }
        if (account.isBlocked()) {
            return Set.of(BLOCKED);
        }
        Set<String> roles = new LinkedHashSet<>(Set.of(USER));
        if (account.isAdmin() && account.isActivated()) {
            roles.add(ADMIN);
            if (account.space().isSuper()) {
                roles.add(SUPER_ADMIN);
            }
        }
        return roles;
    }
}
