package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumberedSectionsTest {
    private final LpConfig document = new LpConfig();

    @Test
    void areReadByNumber() {
        for (String name : new String[] {"proxy_10", "proxy_2", "proxy_02", "proxy_x", "auth_info_1", "proxy_0"}) {
            document.section(name);
        }

        assertThat(NumberedSections.PROXIES.of(document))
                .extracting(Section::name)
                .containsExactly("proxy_0", "proxy_2", "proxy_10");
    }

    @Test
    void lastOneMovesToTheFreePlace() {
        for (String name : new String[] {"auth_info_3", "net", "auth_info_1", "auth_info_2"}) {
            document.section(name).put("was", name, false);
        }
        LpConfig before = document.copy();

        NumberedSections.AUTH_INFOS.closeGaps(document);

        assertThat(document.sections())
                .extracting(Section::name)
                .containsExactly("auth_info_0", "net", "auth_info_1", "auth_info_2");
        assertThat(document.find("auth_info_3")).isEmpty();
        assertThat(document.section("auth_info_0").find("was").orElseThrow().value())
                .isEqualTo("auth_info_3");
        assertThat(before.find("auth_info_3")).isPresent();
    }

    @Property
    void noGapIsLeft(@ForAll Set<@IntRange(max = 20) Integer> numbers) {
        LpConfig config = new LpConfig();
        numbers.forEach(number -> config.section("proxy_" + number).put("was", "" + number, false));

        NumberedSections.PROXIES.closeGaps(config);

        assertThat(NumberedSections.PROXIES.faults(config)).isEmpty();
        assertThat(config.sections())
                .map(section ->
                        Integer.valueOf(section.find("was").orElseThrow().value()))
                .containsExactlyInAnyOrderElementsOf(numbers);
        for (int number : numbers) {
            if (number < numbers.size()) {
                assertThat(config.section("proxy_" + number)
                                .find("was")
                                .orElseThrow()
                                .value())
                        .isEqualTo("" + number);
            }
        }
    }
}
