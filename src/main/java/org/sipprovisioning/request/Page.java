package org.sipprovisioning.request;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;

/**
 * The part of a list that a request asks for.
 *
 * @param number query parameter {@code page}: from 1, which is the default
 * @param size query parameter {@code per_page}: 1 to 200 elements, 20 by default
 */
public record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;

    /** @throws InvalidInput if a parameter is present and is not a number in its range */
    public static Page parse(String page, String perPage) {
        return new Page(
                number("page", page, 1, Integer.MAX_VALUE), number("per_page", perPage, DEFAULT_SIZE, MAX_SIZE));
    }

    /** Returns the number of elements before this page; empty if it exceeds an int, because no database counts further. */
    public Optional<Integer> first() {
        long first = (number - 1L) * size;
        return first > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) first);
    }

    /** @param total the number of elements in the whole list */
    public JsonObject json(JsonArray data, long total) {
        return Json.createObjectBuilder()
                .add("data", data)
                .add("current_page", number)
                .add("last_page", Math.max(1, (total + size - 1) / size))
                .add("per_page", size)
                .add("total", total)
                .build();
    }

    private static int number(String name, String text, int defaultValue, int max) {
        try {
            return Optional.ofNullable(text)
                    .map(Integer::valueOf)
                    .or(() -> Optional.of(defaultValue))
                    .filter(number -> number >= 1 && number <= max)
                    .orElseThrow(NumberFormatException::new);
        } catch (NumberFormatException e) {
            throw new InvalidInput(name, "must be an integer from 1 to " + max);
        }
    }
}
