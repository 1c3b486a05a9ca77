package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {
    @Test
    void addsWhatH2NeedsButForWhatTheUrlSets() {
        assertThat(new DatabaseUrl("jdbc:h2:mem:x;write_delay=5").withOptions())
                .isEqualTo("jdbc:h2:mem:x;write_delay=5;MODE=LEGACY;LOCK_TIMEOUT=2000;DB_CLOSE_ON_EXIT=FALSE"
                        + ";TRACE_LEVEL_FILE=0");
    }

    @Test
    void leavesTheHookToADatabaseThatIsShared() {
        assertThat(new DatabaseUrl("jdbc:h2:file:/data/x;AUTO_SERVER=TRUE").withOptions())
                .contains("MODE=LEGACY")
                .doesNotContain("DB_CLOSE_ON_EXIT");
    }

    @Test
    void addsTimeoutsToMariaDbButForThoseThatTheUrlSets() {
        assertThat(new DatabaseUrl("jdbc:mariadb://h/d?connectTimeout=9").withOptions())
                .startsWith("jdbc:mariadb://h/d?connectTimeout=9&socketTimeout=")
                .doesNotContain("connectTimeout=1000");
        assertThat(new DatabaseUrl("jdbc:mariadb://h/d").withOptions())
                .startsWith("jdbc:mariadb://h/d?connectTimeout=1000&socketTimeout=");
    }

    @Test
    void knowsWhereAnEmbeddedDatabaseKeepsItsFiles() {
        assertThat(new DatabaseUrl("jdbc:h2:file:/data/x;USER=u").directory()).hasValue(Path.of("/data"));
        assertThat(new DatabaseUrl("jdbc:h2:/data/x").directory()).hasValue(Path.of("/data"));
        assertThat(new DatabaseUrl("jdbc:h2:file:~/x").directory()).hasValue(Path.of(System.getProperty("user.home")));
        assertThat(new DatabaseUrl("jdbc:h2:mem:x").directory()).isEmpty();
        assertThat(new DatabaseUrl("jdbc:mariadb://h/d").directory()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/data/x;USER=u, jdbc:h2:owneronly:/data/x;USER=u;MODE=LEGACY",
        "jdbc:h2:/data/x, jdbc:h2:owneronly:/data/x;MODE=LEGACY",
        "jdbc:h2:~/x, jdbc:h2:owneronly:~/x;MODE=LEGACY",
        "jdbc:h2:./x, jdbc:h2:owneronly:./x;MODE=LEGACY",
        "jdbc:h2:mem:x, jdbc:h2:mem:x;MODE=LEGACY",
        "jdbc:h2:tcp://h/x, jdbc:h2:tcp://h/x;MODE=LEGACY"
    })
    void protectsTheFilesOfADatabaseOnDisk(String given, String opened) {
        assertThat(new DatabaseUrl(given).withOptions()).startsWith(opened);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://u:p@host:3306/d?user=u&password=p, jdbc:mariadb://host:3306/d",
        "jdbc:h2:file:/data/x;USER=u;PASSWORD=p, jdbc:h2:file:/data/x",
        "jdbc:h2:tcp://u:p@host/x;PASSWORD=p, jdbc:h2:tcp://host/x"
    })
    void showsNoSecret(String url, String shown) {
        assertThat(new DatabaseUrl(url)).hasToString(shown);
    }

    @Test
    void refusesOtherDatabasesWithoutRepeatingTheUrl() {
        assertThatThrownBy(() -> new DatabaseUrl("jdbc:oracle:thin:u/secret@h"))
                .hasMessageContaining("PROVISIONING_DB_URL must begin with")
                .hasMessageNotContaining("secret");
    }
}
