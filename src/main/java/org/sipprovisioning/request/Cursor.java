package org.sipprovisioning.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.fault.InvalidInput;

/**
 * The key of an element of a long list. Clients get it as opaque text.
 *
 * @param rank the value that the list is ordered by before the id; 0 in a list that is ordered by the id only
 */
public record Cursor(long rank, long id) {
    /** The order of the keys. A list may have the opposite order. */
    static final Comparator<Cursor> ORDER =
            Comparator.comparingLong(Cursor::rank).thenComparingLong(Cursor::id);

    /** The number before the first colon is the version of this form. */
    private static final Pattern FORM = Pattern.compile("1:(0|[1-9][0-9]{0,14}):([1-9][0-9]{0,17})");

    /**
     * Reads the text that {@link #text()} has made.
     *
     * @throws InvalidInput naming the parameter if the text is another
     */
    static Cursor parse(String parameter, String text) {
        try {
            Matcher matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII));
            if (matcher.matches()) {
                Cursor cursor = new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
                if (cursor.text().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw refusal(parameter);
        }
        throw refusal(parameter);
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("1:%d:%d".formatted(rank, id).getBytes(US_ASCII));
    }

    private static InvalidInput refusal(String parameter) {
        return new InvalidInput(parameter, "must be a cursor from an answer of this list");
    }
}
