package org.sipprovisioning.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.schema.EntitiesOnH2;
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

    @Test
    void sweepsExpiredTokensInPortions() {
        try (EntitiesOnH2 entities = new EntitiesOnH2()) {
            entities.execute(
                    "INSERT INTO auth_token (hash, created_at, expires_at) SELECT x, 0, x FROM SYSTEM_RANGE(1, 15)");
            entities.execute(
                    "INSERT INTO auth_token (hash, created_at, expires_at) VALUES ('live', 0, " + Long.MAX_VALUE + ")");

            assertThat(sweep(entities)).isEqualTo(10);
            assertThat(sweep(entities)).isEqualTo(5);
            assertThat(sweep(entities)).isZero();
            assertThat(entities.count("auth_token")).isEqualTo(1);
        }
    }

    private static int sweep(EntitiesOnH2 entities) {
        return entities.call(em -> {
            AuthTokens tokens = new AuthTokens();
            tokens.em = em;
            return tokens.sweep(10);
        });
    }
}
