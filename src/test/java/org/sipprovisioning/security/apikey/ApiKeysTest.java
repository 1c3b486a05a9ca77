package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.schema.EntitiesOnH2;

class ApiKeysTest {
    private static final String KEYS = "INSERT INTO api_key (account_id, hash, name, kind, created_at, last_used_at) ";

    private final EntitiesOnH2 entities = new EntitiesOnH2();

    @BeforeEach
    void oneAccount() {
        entities.execute(
                "INSERT INTO space (id, version, domain, host, name, algorithm, overwrite_all, overwrite_patterns,"
                        + " super_space, max_accounts, app_flags, app_max_account, created_at, updated_at)"
                        + " VALUES (1, 1, 'd', 'd', 'd', 'MD5', FALSE, '', FALSE, 0, '', 0, 0, 0)");
        entities.execute(
                "INSERT INTO account (id, version, space_id, username, activated, blocked, admin, dictionary,"
                        + " had_external, created_at, updated_at) VALUES (1, 1, 1, 'u', TRUE, FALSE, FALSE, '{}', FALSE, 0, 0)");
    }

    @AfterEach
    void close() {
        entities.close();
    }

    @Test
    void sweepsUsersKeysThatNobodyUsesInPortions() {
        entities.execute(KEYS + "SELECT 1, x, 'idle', 'USER', 0, x FROM SYSTEM_RANGE(1, 15)");
        entities.execute(KEYS + "SELECT 1, 'unused' || x, 'unused', 'USER', x, NULL FROM SYSTEM_RANGE(1, 5)");
        long now = System.currentTimeMillis();
        entities.execute(KEYS + "VALUES (1, 'a', 'in use', 'USER', 0, " + now + ")");
        entities.execute(KEYS + "VALUES (1, 'b', 'new', 'USER', " + now + ", NULL)");
        entities.execute(KEYS + "VALUES (1, 'c', 'of an admin', 'ADMIN', 0, NULL)");
        entities.execute(KEYS + "VALUES (1, 'd', 'of an admin', 'FIRST', 0, 0)");

        assertThat(sweep(keys -> keys.sweepIdle(10))).isEqualTo(10);
        assertThat(sweep(keys -> keys.sweepIdle(10))).isEqualTo(5);
        assertThat(sweep(keys -> keys.sweepIdle(10))).isZero();
        assertThat(sweep(keys -> keys.sweepUnused(10))).isEqualTo(5);
        assertThat(entities.count("api_key")).isEqualTo(4);
    }

    @Test
    void adminsKeysAreAllButTheUsers() {
        entities.execute(KEYS + "VALUES (1, 'a', 'user', 'USER', 0, NULL), (1, 'b', 'first', 'FIRST', 0, NULL),"
                + " (1, 'c', 'admin', 'ADMIN', 0, NULL), (1, 'd', 'configured', 'CONFIGURED', 0, NULL)");

        assertThat(this.<List<String>>call(
                        keys -> keys.ofAdmins().stream().map(ApiKey::name).toList()))
                .containsExactly("first", "admin", "configured");
    }

    private int sweep(ToIntFunction<ApiKeys> sweep) {
        return this.<Integer>call(sweep::applyAsInt);
    }

    private <T> T call(Function<ApiKeys, T> work) {
        return entities.call(em -> {
            ApiKeys keys = new ApiKeys();
            keys.em = em;
            return work.apply(keys);
        });
    }
}
