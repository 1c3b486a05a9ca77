package org.sipprovisioning.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.space.SampleSpaces;

class ProvisioningTokenTest {

    private final Account account = SampleAccounts.of(SampleSpaces.of("example.org"), "alice", "{}");

    @Test
    void has128RandomBitsAndFitsInAUrl() {
        ProvisioningToken token = new ProvisioningToken(account);
        ProvisioningToken.Issued first = token.renew(Optional.empty());
        ProvisioningToken.Issued second = token.renew(Optional.empty());

        assertThat(first.secret().value()).matches("[A-Za-z0-9_-]{22}");
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(token.accountId()).isEqualTo(account.id());
    }

    @Test
    void tellsWhenItExpires() {
        Instant expiry = Instant.parse("2030-01-01T00:00:00Z");

        assertThat(new ProvisioningToken(account).renew(Optional.of(expiry)).expiresAt())
                .contains(expiry);
        assertThat(new ProvisioningToken(account).renew(Optional.empty()).expiresAt())
                .isEmpty();
    }

    @Test
    void isNotPrinted() {
        ProvisioningToken.Issued issued = new ProvisioningToken(account).renew(Optional.empty());

        assertThat(issued.toString()).doesNotContain(issued.secret().value());
    }

    /** The database is not queried: it is absent in this test. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "me",
                "AAECAwQFBgcICQoLDA0OD",
                "AAECAwQFBgcICQoLDA0ODww",
                "AAECAwQFBgcICQoLDA0OD=",
                "AAECAwQFBgcICQoLDA0OD/",
                "AAECAwQFBgcICQoLDA0OD\n",
                "AAECAwQFBgcICQoLDA0ODé"
            })
    void whatCannotBeATokenIsNotLookedUp(String text) {
        ProvisioningTokens tokens = new ProvisioningTokens();

        assertThatThrownBy(() -> tokens.consume(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.requireLive(text)).isInstanceOf(NotFound.class);
    }

    @Test
    void isNotIssuedWhereItWouldGiveNothing() {
        ProvisioningTokens tokens = new ProvisioningTokens();

        assertThatThrownBy(() -> tokens.issue(SampleAccounts.blocked(account))).isInstanceOf(Conflict.class);
    }
}
