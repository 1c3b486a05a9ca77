package org.sipprovisioning.token;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.NotFound;

class AuthTokensTest {

    /** The database, absent here, is not asked, nor is who asks. */
    @ParameterizedTest
    @ValueSource(strings = {"", "me", "AAECAwQFBgcICQoLDA0OD", "AAECAwQFBgcICQoLDA0ODww", "AAECAwQFBgcICQoLDA0OD="})
    void whatCannotBeATokenIsNotLookedUp(String text) {
        AuthTokens tokens = new AuthTokens();

        assertThatThrownBy(() -> tokens.attach(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.consume(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.requireLive(text)).isInstanceOf(NotFound.class);
    }
}
