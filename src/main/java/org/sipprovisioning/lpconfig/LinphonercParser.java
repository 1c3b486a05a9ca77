package org.sipprovisioning.lpconfig;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file that has been admitted. Works on bytes, since liblinphone counts bytes where it cuts a long line.
 *
 * <p>Sources: {@code linphone_config_parse_line} in liblinphone's coreapi/lpconfig.c, {@code bctbx_generic_get_nxtline}
 * in bctoolbox's src/vfs/vfs.c.
 */
final class LinphonercParser {

    /** MAX_LEN of lpconfig.c less the terminator: after so many bytes the rest of a line is read as another line. */
    private static final int LONGEST_LINE = 16383;

    private final byte[] text;
    private final LpConfig config = new LpConfig();
    private final List<String> warnings = new ArrayList<>();
    /** Where liblinphone cuts a character of a value, until a later line replaces that value. */
    private final Map<Place, Integer> brokenValues = new LinkedHashMap<>();

    private Section current;
    private int lineNumber = 1;

    private record Place(Section section, String key) {}

    LinphonercParser(byte[] text) {
        this.text = text;
    }

    Linphonerc parse() {
        if (LinphonercText.hasByteOrderMark(text)) {
            warnings.add("Line 1: the byte-order mark hides what follows it on this line from liblinphone; a section"
                    + " that begins here is lost");
        }
        int next = 0;
        while (next < text.length) {
            next = readLine(next);
        }
        if (!brokenValues.isEmpty()) {
            throw brokenAt(brokenValues.values().iterator().next());
        }
        return new Linphonerc(config, warnings);
    }

    /** Reads one line and returns where the next one starts. */
    private int readLine(int from) {
        int to = from;
        int cut = Math.min(from + LONGEST_LINE, text.length);
        while (to < cut && !endsLine(to)) {
            to++;
        }
        interpret(from, to);
        return to < text.length ? afterLine(to) : to;
    }

    private int afterLine(int end) {
        if (!endsLine(end)) {
            warnings.add("Line " + lineNumber + ": longer than " + LONGEST_LINE
                    + " bytes; liblinphone reads the rest as another line");
            return end;
        }
        lineNumber++;
        boolean crlf = text[end] == '\r' && end + 1 < text.length && text[end + 1] == '\n';
        return crlf ? end + 2 : end + 1;
    }

    private boolean endsLine(int i) {
        return text[i] == '\n' || text[i] == '\r';
    }

    private void interpret(int from, int to) {
        int first = from;
        // Spaces only: after a tab, neither a section nor a comment is seen.
        while (first < to && text[first] == ' ') {
            first++;
        }
        if (first < to && text[first] == '[') {
            openSection(first + 1, to);
        } else if (first < to && text[first] != '#') {
            readEntry(from, to);
        }
    }

    /** An unclosed bracket and a blank name leave the section as it is. What follows the first word is parameters. */
    private void openSection(int from, int to) {
        int close = indexOf(']', from, to);
        String name = close < 0 ? "" : firstWord(from, close);
        if (!name.isEmpty()) {
            current = config.section(name);
        }
    }

    /** Without a key, a value or a section the line says nothing; an empty value does not clear an earlier one. */
    private void readEntry(int from, int to) {
        int equals = indexOf('=', from, to);
        if (equals < 0 || current == null) {
            return;
        }
        int start = equals + 1;
        int end = to;
        while (end > start && text[end - 1] == ' ') {
            end--;
        }
        String key = end > start ? firstWord(from, equals) : "";
        // After a tab a # begins a key, which liblinphone's XML converter (lpc2xml.c) leaves out of the document.
        if (!key.isEmpty() && !key.startsWith("#")) {
            put(key, start, end);
        }
    }

    private void put(String key, int from, int to) {
        Place place = new Place(current, key);
        brokenValues.remove(place);
        if (isBroken(from, to)) {
            brokenValues.put(place, brokenCharacter(from, to));
        }
        current.put(key, new String(text, from, to - from, StandardCharsets.UTF_8), false);
    }

    /** What C's {@code %s} reads. Of its white space only these two can occur within a line here. */
    private String firstWord(int from, int to) {
        int start = from;
        while (start < to && isBlank(start)) {
            start++;
        }
        int end = start;
        while (end < to && !isBlank(end)) {
            end++;
        }
        if (isBroken(start, end)) {
            throw brokenAt(brokenCharacter(start, end));
        }
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    private boolean isBlank(int i) {
        return text[i] == ' ' || text[i] == '\t';
    }

    private int indexOf(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBroken(int from, int to) {
        return from < to && (Utf8.splits(text, from) || Utf8.splits(text, to));
    }

    private int brokenCharacter(int from, int to) {
        return Utf8.startOfCharacter(text, Utf8.splits(text, from) ? from : to);
    }

    private LinphonercFault brokenAt(int character) {
        return LinphonercFault.at(character, text, "liblinphone cuts the line here, within a character");
    }
}
