package org.sipprovisioning.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.schema.EntitiesOnH2;
import org.sipprovisioning.settings.Configured;

class AuditTrailTest {

    @Test
    void sweepsOldEntriesInPortionsTheOldestFirst() {
        try (EntitiesOnH2 entities = new EntitiesOnH2()) {
            entities.execute("INSERT INTO audit_event (happened_at, event, outcome)"
                    + " SELECT 25 - x, 'login', 'success' FROM SYSTEM_RANGE(1, 25)");
            entities.execute("INSERT INTO audit_event (happened_at, event, outcome) VALUES ("
                    + System.currentTimeMillis() + ", 'login', 'success')");

            assertThat(sweep(entities)).isEqualTo(10);
            assertThat(entities.<Object>call(em -> em.createNativeQuery("SELECT MIN(happened_at) FROM audit_event")
                            .getSingleResult()))
                    .isEqualTo(10L);
            assertThat(Stream.generate(() -> sweep(entities)).limit(3)).isEqualTo(List.of(10, 5, 0));
            assertThat(entities.count("audit_event")).isEqualTo(1);
        }
    }

    private static int sweep(EntitiesOnH2 entities) {
        return entities.call(em -> {
            AuditTrail trail = new AuditTrail();
            trail.em = em;
            trail.settings = Configured.settings();
            return trail.sweep(10);
        });
    }
}
