package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;

class PageTest {

    @Test
    void hasDefaultsAndLimits() {
        assertThat(Page.parse(null, null)).isEqualTo(new Page(1, 20));
        assertThat(Page.parse("2147483647", "200")).isEqualTo(new Page(Integer.MAX_VALUE, 200));
        assertThat(Page.parse("1", "1")).isEqualTo(new Page(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "x", " 1", "2147483648", "1e1"})
    void refusesAnyOtherNumber(String text) {
        assertThatThrownBy(() -> Page.parse(text, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.errors()).containsOnlyKeys("page"));
        assertThatThrownBy(() -> Page.parse(null, text))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.errors()).containsOnlyKeys("per_page"));
    }

    @Test
    void refusesALargerPage() {
        assertThatThrownBy(() -> Page.parse(null, "201")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"0,20,1", "1,20,1", "20,20,1", "21,20,2", "200,200,1", "201,200,2", "3,1,3"})
    void countsThePages(long total, int size, int last) {
        JsonObject json = new Page(1, size).json(JsonValue.EMPTY_JSON_ARRAY, total);

        assertThat(json.getInt("last_page")).isEqualTo(last);
        assertThat(json.getInt("total")).isEqualTo((int) total);
    }

    @Test
    void isShownAsInFlexiApi() {
        JsonObject json = new Page(2, 5).json(Json.createArrayBuilder().add("x").build(), 6);

        assertThat(json.keySet()).containsExactly("data", "current_page", "last_page", "per_page", "total");
        assertThat(json.getInt("current_page")).isEqualTo(2);
        assertThat(json.getInt("per_page")).isEqualTo(5);
        assertThat(json.getJsonArray("data").getString(0)).isEqualTo("x");
    }

    @Test
    void beginsWhereTheOneBeforeEnds() {
        assertThat(new Page(1, 20).first()).contains(0);
        assertThat(new Page(3, 20).first()).contains(40);
        assertThat(new Page(Integer.MAX_VALUE, 200).first()).isEmpty();
    }
}
