package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A fault that the fuzzer has found.
 *
 * @param number the number of the request; -1 if it is not known which of several requests it was
 */
record Finding(Kind kind, long number, String detail, byte[] request) {
    private static final int SHOWN = 2_000;

    enum Kind {
        /** 5xx, but 505 for another version. */
        SERVER_ERROR,
        /** No end of the answer within the time, each time that the request was sent. */
        HANG,
        /** 2xx or 3xx for a path that cannot be decoded. */
        BROKEN_PATH_SERVED,
        /** A body that is shorter or longer than announced. */
        WRONG_LENGTH,
        /** A secret in the log. */
        SECRET_IN_LOG,
        /** A line of the log that is longer than the request. */
        LONG_LOG_LINE
    }

    @Override
    public String toString() {
        String text = new String(request, ISO_8859_1).replace("\r", "\\r").replace("\n", "\\n\n");
        return kind + " by request " + number + ": " + detail + "\n"
                + text.substring(0, Math.min(text.length(), SHOWN));
    }
}
