package org.sipprovisioning.account;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;

/** Which part of a list is asked for: {@code page} from 1, {@code per_page} 1 to 200. */
record AccountPage(int number, int size) {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;

    /** @throws InvalidInput for anything but numbers in range */
    static AccountPage parse(String page, String perPage) {
        return new AccountPage(
                number("page", page, 1, Integer.MAX_VALUE), number("per_page", perPage, DEFAULT_SIZE, MAX_SIZE));
    }

    JsonObject json(AccountService.Page found) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        found.accounts().forEach(account -> data.add(AccountJson.from(account)));
        return Json.createObjectBuilder()
                .add("data", data)
                .add("current_page", number)
                .add("last_page", Math.max(1, (found.total() + size - 1) / size))
                .add("per_page", size)
                .add("total", found.total())
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
