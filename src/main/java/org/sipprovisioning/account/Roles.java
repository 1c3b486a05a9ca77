package org.sipprovisioning.account;

import java.util.LinkedHashSet;
import java.util.Set;

/** What an authenticated account may be. The names stand in {@code @RolesAllowed} throughout. */
public final class Roles {
    public static final String USER = "user";
    public static final String ADMIN = "admin";
    public static final String SUPER_ADMIN = "super_admin";

    /** Of a space that has expired: known, and allowed nothing. */
    public static final String EXPIRED = "expired";

    /** Known, and allowed nothing. */
    public static final String BLOCKED = "blocked";

    private Roles() {}

    /** An admin of a space; of a super space, of all. Who is not activated manages nothing. */
    public static Set<String> of(Account account) {
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
