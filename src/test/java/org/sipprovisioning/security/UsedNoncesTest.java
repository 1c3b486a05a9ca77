package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sipprovisioning.schema.EntitiesOnH2;

class UsedNoncesTest {

    @Test
    void sweepsOldNoncesInPortions() {
        try (EntitiesOnH2 entities = new EntitiesOnH2()) {
            entities.execute(
                    "INSERT INTO used_nonce (nonce_and_count, expires_at) SELECT x, x FROM SYSTEM_RANGE(1, 15)");
            entities.execute(
                    "INSERT INTO used_nonce (nonce_and_count, expires_at) VALUES ('fresh', " + Long.MAX_VALUE + ")");

            assertThat(sweep(entities)).isEqualTo(10);
            assertThat(sweep(entities)).isEqualTo(5);
            assertThat(sweep(entities)).isZero();
            assertThat(entities.count("used_nonce")).isEqualTo(1);
        }
    }

    private static int sweep(EntitiesOnH2 entities) {
        return entities.call(em -> {
            UsedNonces nonces = new UsedNonces();
            nonces.em = em;
            return nonces.sweep(10);
        });
    }
}
