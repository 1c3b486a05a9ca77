package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.space;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Statements;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests that a failed login executes the same statements for every user, because the time of the answer would tell users
 * apart. {@link DigestStoreTest} counts the digests and the HMACs.
 */
@InServer
@Tag("smoke")
@EnabledIfSystemProperty(named = "it.database", matches = "H2") // Only H2 counts statements without further privileges
class DigestCostIT {
    private final String domain = space();
    private final TestAccount known = account(domain);

    @ParameterizedTest
    @ValueSource(strings = {"/provisioning/me", "/api/accounts", "/provisioning"})
    void wrongPasswordExecutesTheSameForEveryUser(String path) {
        TestAccount blocked = account(domain);
        blocked.act("block");
        TestAccount passwordless = account(domain);
        Rows.update("UPDATE account SET ha1_md5 = NULL, ha1_sha256 = NULL WHERE id = ?", passwordless.id());
        List<String> expected = statements(known.username(), path);

        assertThat(expected)
                .filteredOn(sql -> sql.startsWith("select") && sql.contains("account"))
                .hasSize(1);
        assertThat(expected)
                .filteredOn(sql -> sql.contains("insert into audit_event"))
                .hasSize(1);
        assertThat(statements(Api.unique("unknown-"), path)).as("unknown").isEqualTo(expected);
        assertThat(statements(blocked.username(), path)).as("blocked").isEqualTo(expected);
        assertThat(statements(passwordless.username(), path))
                .as("without password")
                .isEqualTo(expected);
    }

    @Test
    void answersAreTheSameToo() {
        String unknown = DigestLogin.challenged(Api.unique("unknown-"), domain, "wrong", "/provisioning/me")
                .send()
                .is(401)
                .body();

        assertThat(DigestLogin.challenged(known, "wrong", "/provisioning/me")
                        .send()
                        .is(401)
                        .body())
                .isEqualTo(unknown);
    }

    private List<String> statements(String username, String path) {
        DigestLogin login = DigestLogin.challenged(username, domain, "wrong-password", path);
        return Statements.of(() -> assertThat(login.send().status()).isIn(200, 401));
    }
}
