package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
    @Test
    void isAFileInTheDataDirectoryByDefault() {
        DatabaseSettings settings = read(Map.of());
        assertThat(settings.url().given())
                .isEqualTo("jdbc:h2:file:" + Path.of("data/provisioning").toAbsolutePath());
        assertThat(settings.user()).isEqualTo("sa");
        assertThat(settings.poolSize()).isEqualTo(10);
        assertThat(settings.jndi()).isEmpty();
    }

    @Test
    void takesEachName() {
        DatabaseSettings settings = read(Map.of(
                "provisioning.db.url", "jdbc:mariadb://h/d",
                "provisioning.db.user", "u",
                "provisioning.db.password", " p ",
                "provisioning.db.pool-size", "3",
                "provisioning.db.jndi", "jdbc/operator"));
        assertThat(settings.url().given()).isEqualTo("jdbc:mariadb://h/d");
        assertThat(settings.user()).isEqualTo("u");
        assertThat(settings.password()).isEqualTo(" p ");
        assertThat(settings.poolSize()).isEqualTo(3);
        assertThat(settings.jndi()).contains("jdbc/operator");
    }

    @Test
    void putsTheFileIntoTheGivenDirectory() {
        assertThat(read(Map.of("provisioning.data-dir", "/srv/x")).url().given())
                .isEqualTo("jdbc:h2:file:/srv/x/provisioning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "ten", "99999999999"})
    void refusesAPoolSizeByName(String size) {
        assertThatThrownBy(() -> read(Map.of("provisioning.db.pool-size", size)))
                .hasMessageContaining("PROVISIONING_DB_POOL_SIZE")
                .hasMessageContaining(size);
    }

    @Test
    void showsNoPassword() {
        assertThat(read(Map.of("provisioning.db.password", "secret")).toString())
                .doesNotContain("secret");
    }

    private static DatabaseSettings read(Map<String, String> set) {
        return DatabaseSettings.read(set::get);
    }
}
