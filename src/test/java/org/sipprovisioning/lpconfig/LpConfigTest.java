package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class LpConfigTest {

    private final LpConfig config = new LpConfig();

    @Test
    void keepsTheFirstPlaceAndTheLastValue() {
        Section section = config.section("a");
        section.put("k", "1", true);
        section.put("l", "2", false);
        section.put("k", "3", false);

        assertThat(section.entries())
                .extracting(Entry::name, Entry::value, Entry::overwrite)
                .containsExactly(tuple("k", "3", false), tuple("l", "2", false));
    }

    @Test
    void putsIfAbsent() {
        Section section = config.section("a");
        section.putIfAbsent("k", "1", false);
        section.putIfAbsent("k", "2", true);

        assertThat(section.entries())
                .extracting(Entry::name, Entry::value, Entry::overwrite)
                .containsExactly(tuple("k", "1", false));
    }

    @Test
    void clearsByAnEmptyValueThatOverwrites() {
        Section section = config.section("a");
        section.put("k", "1", false);
        section.clear("k");

        assertThat(section.find("k"))
                .get()
                .extracting(Entry::value, Entry::overwrite)
                .containsExactly("", true);
    }

    @Test
    void replacesInPlaceAndAsItWasMarked() {
        Section section = config.section("a");
        section.put("k", "1", true);
        section.put("l", "2", false);
        section.replace("k", "3");
        section.replace("l", "4");

        assertThat(section.entries())
                .extracting(Entry::name, Entry::value, Entry::overwrite)
                .containsExactly(tuple("k", "3", true), tuple("l", "4", false));
    }

    @Test
    void removesWhatIsChosenFromItselfAlone() {
        Section section = config.section("a");
        section.put("k", "1", true);
        section.put("l", "2", false);
        section.put("m", "3", false);
        Section copy = config.copy().section("a");
        copy.removeIf(entry -> entry.name().equals("k"));
        copy.removeIf(entry -> entry.name().equals("x"));
        copy.put("m", "4", true);
        copy.put("k", "5", false);

        assertThat(copy.entries())
                .extracting(Entry::name, Entry::value, Entry::overwrite)
                .containsExactly(tuple("l", "2", false), tuple("m", "4", true), tuple("k", "5", false));
        assertThat(section.entries()).extracting(Entry::value).containsExactly("1", "2", "3");
    }

    @Test
    void overwritesWhereChosen() {
        Section section = config.section("a");
        section.put("k", "1", false);
        section.put("l", "2", false);
        section.put("m", "3", true);
        section.overwriteIf(entry -> entry.name().equals("l"));

        assertThat(section.entries()).extracting(Entry::overwrite).containsExactly(false, true, true);
        assertThat(section.entries()).extracting(Entry::value).containsExactly("1", "2", "3");
    }

    @Test
    void findsSectionsByNameAndCase() {
        Section a = config.section("a");

        assertThat(config.section("a")).isSameAs(a);
        assertThat(config.find("a")).containsSame(a);
        assertThat(config.find("A")).isEmpty();
        assertThat(a.find("k")).isEmpty();
    }

    @Test
    void removesASectionAndAppendsItAnew() {
        config.section("a").put("k", "1", false);
        config.section("b");
        config.remove("a");
        config.remove("never there");

        assertThat(config.find("a")).isEmpty();
        assertThat(config.section("a").entries()).isEmpty();
        assertThat(config.sections()).extracting(Section::name).containsExactly("b", "a");
    }

    @Test
    void copiesChangeOnTheirOwn() {
        config.section("a").put("k", "base", false);
        LpConfig first = config.copy();
        LpConfig second = config.copy();
        LpConfig third = first.copy();
        LpConfig untouched = config.copy();

        first.section("a").put("k", "first", true);
        second.section("a").put("l", "second", false);
        second.section("b");
        third.remove("a");
        config.section("a").put("k", "later", false);

        assertThat(value(first, "k")).isEqualTo("first");
        assertThat(first.section("a").find("l")).isEmpty();
        assertThat(value(second, "k")).isEqualTo("base");
        assertThat(value(second, "l")).isEqualTo("second");
        assertThat(third.sections()).isEmpty();
        assertThat(value(config, "k")).isEqualTo("later");
        assertThat(value(untouched, "k")).isEqualTo("base");
        assertThat(config.sections()).hasSize(1);
    }

    @Test
    void handsOutNothingThatCanBeChangedFromOutside() {
        assertThatThrownBy(() -> config.sections().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> config.section("a").entries().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tellsNoValue() {
        config.section("auth_info_0").put("ha1", "secret", true);

        assertThat(config.sections().toString() + config.section("auth_info_0").entries())
                .isEqualTo("[[auth_info_0]][ha1]");
    }

    private static String value(LpConfig config, String key) {
        return config.section("a").find(key).orElseThrow().value();
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
