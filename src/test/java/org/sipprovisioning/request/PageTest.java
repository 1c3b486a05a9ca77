package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;

class PageTest {
    private static final String CURSOR = new Cursor(0, 5).text();
    private static final Slice EMPTY = new Slice(List.of(), false, false);

    @Test
    void hasDefaultsAndLimits() {
        assertThat(query(null, null, null, null).page()).isEqualTo(Page.numbered(1, 20));
        assertThat(query("2147483647", "200", null, null).page()).isEqualTo(Page.numbered(Integer.MAX_VALUE, 200));
        assertThat(query("1", "1", null, null).page()).isEqualTo(Page.numbered(1, 1));
        assertThat(query(null, "7", CURSOR, null).page())
                .isEqualTo(new Page(Optional.empty(), 7, Optional.of(new Cursor(0, 5)), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "x", " 1", "2147483648", "1e1"})
    void refusesAnyOtherNumber(String text) {
        assertRefused(query(text, null, null, null), "page");
        assertRefused(query(null, text, null, null), "per_page");
    }

    @Test
    void refusesALargerPage() {
        assertRefused(query(null, "201", null, null), "per_page");
    }

    @Test
    void refusesAllButOneWayToNameAPage() {
        assertRefused(query("1", null, CURSOR, null), "after");
        assertRefused(query("1", null, null, CURSOR), "before");
        assertRefused(query(null, null, CURSOR, CURSOR), "before");
    }

    /** {@code MTowOjU} is {@code 1:0:5}. The others have padding, spare bits, another version or another form. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "MTowOjU=", "MTowOjV", "MjowOjU", "MTowOjA", "MTowOjA1", "MTotMTo1", "MTo1", "é", "a b"
            })
    void refusesAnyOtherCursor(String text) {
        assertThat(CURSOR).isEqualTo("MTowOjU");
        assertRefused(query(null, null, text, null), "after");
        assertRefused(query(null, null, null, text), "before");
    }

    @ParameterizedTest
    @CsvSource({"0,20,1", "1,20,1", "20,20,1", "21,20,2", "200,200,1", "201,200,2", "3,1,3"})
    void countsThePages(long total, int size, int last) {
        JsonObject json = Page.numbered(1, size).json(JsonValue.EMPTY_JSON_ARRAY, EMPTY, new Total(total, false));

        assertThat(json.getInt("last_page")).isEqualTo(last);
        assertThat(json.getInt("total")).isEqualTo((int) total);
        assertThat(json.getBoolean("total_is_minimum")).isFalse();
    }

    @Test
    void isShownAsInFlexiApi() {
        JsonObject json = Page.numbered(2, 5)
                .json(
                        Json.createArrayBuilder().add("x").build(),
                        new Slice(List.of(new Cursor(0, 6)), true, false),
                        new Total(6, false));

        assertThat(json.keySet())
                .containsExactly(
                        "data",
                        "current_page",
                        "last_page",
                        "per_page",
                        "total",
                        "total_is_minimum",
                        "next",
                        "previous");
        assertThat(json.getInt("current_page")).isEqualTo(2);
        assertThat(json.getInt("per_page")).isEqualTo(5);
        assertThat(json.getJsonArray("data").getString(0)).isEqualTo("x");
        assertThat(json.get("next")).isEqualTo(JsonValue.NULL);
        assertThat(json.getString("previous")).isEqualTo(new Cursor(0, 6).text());
    }

    @Test
    void aPageOfACursorHasNoNumber() {
        JsonObject json =
                query(null, null, CURSOR, null).page().json(JsonValue.EMPTY_JSON_ARRAY, EMPTY, new Total(6, true));

        assertThat(json.get("current_page")).isEqualTo(JsonValue.NULL);
        assertThat(json.get("last_page")).isEqualTo(JsonValue.NULL);
        assertThat(json.getBoolean("total_is_minimum")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10,3,false", "9,3,true", "1,20,false", "0,20,true"})
    void cursorsLeadThroughTheWholeListAndBack(int length, int size, boolean newestFirst) {
        NumberList list = new NumberList(length, newestFirst, false);
        List<Slice> slices = new ArrayList<>(List.of(Page.numbered(1, size).cut(list)));
        while (last(slices).next().isPresent()) {
            slices.add(new Page(Optional.empty(), size, last(slices).next(), Optional.empty()).cut(list));
        }
        List<Slice> back = new ArrayList<>(List.of(last(slices)));
        while (last(back).previous().isPresent()) {
            back.add(new Page(
                            Optional.empty(), size, Optional.empty(), last(back).previous())
                    .cut(list));
        }

        assertThat(slices.stream().flatMap(slice -> slice.keys().stream())).containsExactlyElementsOf(list.all());
        assertThat(back).hasSameSizeAs(slices);
        assertThat(last(back).keys()).isEqualTo(slices.get(0).keys());
        assertThat(slices.get(0).previous()).isEmpty();
    }

    @Test
    void aNumberBeyondTheEndHasNoElements() {
        NumberList list = new NumberList(20_000, false, false);

        assertThat(Page.numbered(3, 20).cut(list).ids()).startsWith(41L).hasSize(20);
        assertThat(Page.numbered(1000, 20).cut(list).next()).isEmpty();
        assertThat(Page.numbered(1001, 20).cut(list).keys()).isEmpty();
        assertThat(Page.numbered(Integer.MAX_VALUE, 200).cut(list).keys()).isEmpty();
    }

    @Test
    void filteredPagesEndWhereTheirTotalDoes() {
        NumberList list = new NumberList(20_000, false, true);

        assertThat(Page.numbered(500, 20).cut(list).next()).isPresent();
        assertThat(Page.numbered(501, 20).cut(list).keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void partsAreMergedInTheirOrder(boolean newestFirst) {
        NumberList whole = new NumberList(100, newestFirst, true);
        MergedList merged = new MergedList(List.of(whole.only(0), whole.only(1)));

        for (int skip : List.of(0, 7, 95, 200)) {
            for (boolean backwards : List.of(false, true)) {
                assertThat(merged.keys(Optional.empty(), backwards, skip, 10))
                        .isEqualTo(whole.keys(Optional.empty(), backwards, skip, 10));
                assertThat(merged.keys(Optional.of(new Cursor(0, 50)), backwards, skip, 10))
                        .isEqualTo(whole.keys(Optional.of(new Cursor(0, 50)), backwards, skip, 10));
            }
        }
        assertThat(merged.count(Optional.of(new Cursor(0, 50)), newestFirst)).isEqualTo(50);
    }

    private static Slice last(List<Slice> slices) {
        return slices.get(slices.size() - 1);
    }

    private static void assertRefused(PageQuery query, String parameter) {
        assertThatThrownBy(query::page)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.errors()).containsOnlyKeys(parameter));
    }

    private static PageQuery query(String page, String perPage, String after, String before) {
        PageQuery query = new PageQuery();
        query.page = page;
        query.perPage = perPage;
        query.after = after;
        query.before = before;
        return query;
    }

    /** The numbers from 1 to a length, or those of them that leave a remainder when halved. */
    static final class NumberList implements LongList {
        private final List<Cursor> numbers;
        private final boolean newestFirst;
        private final boolean filtered;
        int countedKeys;

        NumberList(long length, boolean newestFirst, boolean filtered) {
            this(
                    new ArrayList<>(LongStream.rangeClosed(1, length)
                            .mapToObj(id -> new Cursor(0, id))
                            .toList()),
                    newestFirst,
                    filtered);
        }

        private NumberList(List<Cursor> numbers, boolean newestFirst, boolean filtered) {
            this.numbers = numbers;
            this.newestFirst = newestFirst;
            this.filtered = filtered;
        }

        NumberList only(int remainder) {
            return new NumberList(
                    numbers.stream().filter(key -> key.id() % 2 == remainder).toList(), newestFirst, filtered);
        }

        void add() {
            numbers.add(new Cursor(0, numbers.size() + 1L));
        }

        List<Cursor> all() {
            return keys(Optional.empty(), false, 0, Integer.MAX_VALUE);
        }

        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public boolean isFiltered() {
            return filtered;
        }

        @Override
        public boolean isNewestFirst() {
            return newestFirst;
        }

        @Override
        public List<Cursor> keys(Optional<Cursor> beyond, boolean backwards, int skip, int count) {
            boolean descending = newestFirst != backwards;
            return numbers.stream()
                    .sorted(descending ? Cursor.ORDER.reversed() : Cursor.ORDER)
                    .filter(key -> beyond.isEmpty()
                            || (descending
                                    ? key.id() < beyond.get().id()
                                    : key.id() > beyond.get().id()))
                    .skip(skip)
                    .limit(count)
                    .toList();
        }

        @Override
        public long count(Optional<Cursor> beyond, boolean backwards) {
            int counted = keys(beyond, backwards, 0, Integer.MAX_VALUE).size();
            countedKeys += counted;
            return counted;
        }
    }
}
