package org.sipprovisioning.account;

import java.util.LinkedHashSet;
import java.util.Set;

/** The roles of an authenticated account. {@code @RolesAllowed} repeats their names everywhere. */
public final class Roles {
    public static final String USER = "user";
    public static final String ADMIN = "admin";
    public static final String SUPER_ADMIN = "super_admin";

    /** The account's space has expired: the account is authenticated, but may do nothing. */
    public static final String EXPIRED = "expired";

    /** The account is blocked: it is authenticated, but may do nothing. */
    public static final String BLOCKED = "blocked";

    private Roles() {}

    /**
     * Returns the roles of an account whose holder has logged in by a credential that a phone or a SIP server does not have. An admin
     * manages the own space, an admin of a super space all spaces. An account that is not
     * activated manages nothing.
     */
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

    /**
     * Returns the roles of an account whose holder has logged in by a credential that others may have too: an ha1 is in the phone and in
     * the SIP server's database, a device's certificate in the device. Such a credential makes no administrator.
     */
    public static Set<String> withoutAdministration(Account account) {
        Set<String> roles = new LinkedHashSet<>(of(account));
        roles.removeAll(Set.of(ADMIN, SUPER_ADMIN));
        return roles;
    }
}
