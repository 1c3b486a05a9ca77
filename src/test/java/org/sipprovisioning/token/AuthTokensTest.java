package org.sipprovisioning.token;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.settings.Configured;

class AuthTokensTest {

    /** Neither the database nor the caller is looked up: both are absent in this test. */
    @ParameterizedTest
    @ValueSource(strings = {"", "me", "AAECAwQFBgcICQoLDA0OD", "AAECAwQFBgcICQoLDA0ODww", "AAECAwQFBgcICQoLDA0OD="})
    void whatCannotBeATokenIsNotLookedUp(String text) {
        AuthTokens tokens = new AuthTokens();
        tokens.settings = Configured.settings();

        assertThatThrownBy(() -> tokens.attach(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.consume(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.requireLive(text)).isInstanceOf(NotFound.class);
    }
}
