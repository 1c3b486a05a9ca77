package org.sipprovisioning.request;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;

/** Which part of a list is asked for: {@code page} from 1, {@code per_page} 1 to 200. */
public record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;

    /** @throws InvalidInput for anything but numbers in range */
    public static Page parse(String page, String perPage) {
        return new Page(
                number("page", page, 1, Integer.MAX_VALUE), number("per_page", perPage, DEFAULT_SIZE, MAX_SIZE));
    }

    /** How many there are before it; no database counts further than an int. */
    public Optional<Integer> first() {
        long first = (number - 1L) * size;
        return first > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) first);
    }

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
