package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class RolesTest {
    private final Space superSpace = SampleSpaces.of("sip.example.org", "{\"super\": true}");
    private final Account superAdmin = SampleAccounts.of(superSpace, "boss", "{\"admin\": true, \"activated\": true}");

    @Test
    void adminOfASuperSpaceHasAllRoles() {
        assertThat(Roles.of(superAdmin)).containsExactlyInAnyOrder(Roles.USER, Roles.ADMIN, Roles.SUPER_ADMIN);
    }

    @Test
    void withoutAdministrationAnAdminIsAUser() {
        assertThat(Roles.withoutAdministration(superAdmin)).containsExactly(Roles.USER);
    }

    @Test
    void withoutAdministrationABlockedAccountStaysBlocked() {
        assertThat(Roles.withoutAdministration(SampleAccounts.blocked(superAdmin)))
                .containsExactly(Roles.BLOCKED);
    }

    @Test
    void withoutAdministrationAnExpiredSpaceStaysExpired() {
        Account late = SampleAccounts.of(SampleSpaces.expired(superSpace), "boss", "{\"admin\": true}");

        assertThat(Roles.withoutAdministration(late)).containsExactly(Roles.EXPIRED);
    }
}
