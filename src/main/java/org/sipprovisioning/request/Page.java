package org.sipprovisioning.request;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The part of a list that a request asks for: by a number, or by a cursor of an earlier answer.
 *
 * @param number the number of the page, from 1; empty if a cursor is given
 * @param size the number of elements
 */
public record Page(Optional<Integer> number, int size, Optional<Cursor> after, Optional<Cursor> before) {

    public static Page numbered(int number, int size) {
        return new Page(Optional.of(number), size, Optional.empty(), Optional.empty());
    }

    /** Reads the keys of this page. Reads one more, which tells whether there is a next page. */
    public Slice cut(LongList list) {
        return before.isPresent() ? cutBackwards(list) : cutForwards(list);
    }

    private Slice cutForwards(LongList list) {
        Optional<Integer> first = first(list);
        List<Cursor> found =
                first.map(skip -> list.keys(after, false, skip, size + 1)).orElse(List.of());
        boolean hasNext = found.size() > size;
        boolean hasPrevious = after.isPresent() || first.orElse(1) > 0;
        return new Slice(hasNext ? found.subList(0, size) : found, hasPrevious, hasNext);
    }

    private Slice cutBackwards(LongList list) {
        List<Cursor> found = new ArrayList<>(list.keys(before, true, 0, size + 1));
        Collections.reverse(found);
        boolean hasPrevious = found.size() > size;
        return new Slice(hasPrevious ? found.subList(1, found.size()) : found, hasPrevious, true);
    }

    /** Returns the number of elements before this page; empty if no page begins there: no database and no filtered total counts further. */
    private Optional<Integer> first(LongList list) {
        long first = (number.orElse(1) - 1L) * size;
        long limit = list.isFiltered() ? Totals.EXACT : Integer.MAX_VALUE;
        return first < limit ? Optional.of((int) first) : Optional.empty();
    }

    public JsonObject json(JsonArray data, Slice slice, Total total) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("data", data)
                .add("current_page", number.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
                .add("last_page", number.<JsonValue>map(any -> lastPage(total)).orElse(JsonValue.NULL))
                .add("per_page", size)
                .add("total", total.number())
                .add("total_is_minimum", total.isMinimum())
                .add("next", OptionalJson.orNull(slice.next().map(Cursor::text)))
                .add("previous", OptionalJson.orNull(slice.previous().map(Cursor::text)));
        return json.build();
    }

    private JsonValue lastPage(Total total) {
        return Json.createValue(Math.max(1, (total.number() + size - 1) / size));
    }
}
