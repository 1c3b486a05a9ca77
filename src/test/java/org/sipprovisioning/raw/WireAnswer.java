package org.sipprovisioning.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it stands on the connection.
 *
 * @param headers by name in lower case; the last line of each
 */
record WireAnswer(int status, Map<String, String> headers, String body) {

    /** Whether the server announces that it closes the connection after this answer. */
    boolean isLast() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }

    /** Reads the answers on a connection, as far as they are whole. */
    static final class Reader {
        private static final String LINE_END = "\r\n";
        private static final int CONTINUE = 100;
        private static final int NO_CONTENT = 204;
        private static final int NOT_MODIFIED = 304;

        private final boolean isHead;
        private final boolean isClosed;
        private String rest;

        /** @param isHead whether the first answer is one to HEAD, which has no body */
        Reader(String received, boolean isHead, boolean isClosed) {
            this.rest = received;
            this.isHead = isHead;
            this.isClosed = isClosed;
        }

        List<WireAnswer> all() {
            List<WireAnswer> answers = new ArrayList<>();
            while (rest.startsWith("HTTP/") && rest.contains(LINE_END + LINE_END)) {
                int end = rest.indexOf(LINE_END + LINE_END);
                Map<String, String> headers = headers(rest.substring(0, end));
                int status = Integer.parseInt(rest.substring(9, 12));
                boolean isBare = status / 100 * 100 == CONTINUE
                        || status == NO_CONTENT
                        || status == NOT_MODIFIED
                        || isHead && answers.isEmpty();
                String after = rest.substring(end + 4);
                int length = isBare ? 0 : length(headers, after);
                if (length < 0 || after.length() < length) {
                    break;
                }
                rest = after.substring(length);
                if (status / 100 * 100 != CONTINUE) {
                    answers.add(new WireAnswer(status, headers, after.substring(0, length)));
                }
            }
            return answers;
        }

        String rest() {
            return rest;
        }

        private static Map<String, String> headers(String head) {
            Map<String, String> headers = new TreeMap<>();
            for (String line : head.split(LINE_END)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            }
            return headers;
        }

        /** Returns the number of characters of the body on the connection; -1 if they are not all there. */
        private int length(Map<String, String> headers, String after) {
            if (headers.containsKey("content-length")) {
                return Integer.parseInt(headers.get("content-length"));
            }
            if (headers.containsKey("transfer-encoding")) {
                int end = after.startsWith("0" + LINE_END) ? 0 : after.indexOf(LINE_END + "0" + LINE_END + LINE_END);
                return end < 0 ? -1 : after.indexOf(LINE_END + LINE_END, end) + 4;
            }
            return isClosed ? after.length() : -1;
        }
    }
}
