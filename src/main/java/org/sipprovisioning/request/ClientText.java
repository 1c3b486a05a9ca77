package org.sipprovisioning.request;

import java.util.Optional;

/** Prepares a text that a client has sent, such as its User-Agent, for a column of the database and for a line of a log. */
public final class ClientText {

    private ClientText() {}

    /**
     * Removes control characters and unpaired surrogates, and cuts the text at the column's length. Returns empty if nothing is left.
     *
     * @param maxLength in code points
     */
    public static Optional<String> clean(String text, int maxLength) {
        String kept = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .limit(maxLength)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Optional.of(kept).filter(rest -> !rest.isEmpty());
    }
}
