package org.sipprovisioning.request;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.sipprovisioning.fault.InvalidInput;

/** The query parameters that select a page of a list. */
public class PageQuery {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;

    @QueryParam("page")
    String page;

    @QueryParam("per_page")
    String perPage;

    @QueryParam("after")
    String after;

    @QueryParam("before")
    String before;

    /**
     * Returns the page: by default the first one, with 20 elements; at most 200.
     *
     * @throws InvalidInput if a parameter is wrong, or if more than one of {@code page}, {@code after} and {@code before} is present
     */
    public Page page() {
        int size = number("per_page", perPage, DEFAULT_SIZE, MAX_SIZE);
        int number = number("page", page, 1, Integer.MAX_VALUE);
        if (after == null && before == null) {
            return Page.numbered(number, size);
        }
        refuseTogether("before", before, "after", after);
        refuseTogether("after", after, "page", page);
        refuseTogether("before", before, "page", page);
        return new Page(Optional.empty(), size, cursor("after", after), cursor("before", before));
    }

    private static Optional<Cursor> cursor(String name, String text) {
        return Optional.ofNullable(text).map(given -> Cursor.parse(name, given));
    }

    private static void refuseTogether(String name, String value, String otherName, String otherValue) {
        if (value != null && otherValue != null) {
            throw new InvalidInput(name, "must not be used together with " + otherName);
        }
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
