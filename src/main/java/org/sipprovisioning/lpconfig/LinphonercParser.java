package org.sipprovisioning.lpconfig;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a linphonerc that {@link LinphonercText} has admitted. Works on bytes, because liblinphone counts bytes when it cuts a long line.
 *
 * <p>Sources: {@code linphone_config_parse_line} in liblinphone's coreapi/lpconfig.c, {@code bctbx_generic_get_nxtline}
 * in bctoolbox's src/vfs/vfs.c.
 */
final class LinphonercParser {

    /** MAX_LEN of lpconfig.c without the terminator, in bytes. liblinphone reads the rest of a longer line as another line. */
    private static final int LONGEST_LINE = 16383;

    private final byte[] text;
    private final LpConfig config = new LpConfig();
    private final List<String> warnings = new ArrayList<>();

    /** The offsets of characters that liblinphone cuts in values. A later line that replaces the value removes its offset. */
    private final Map<Place, Integer> brokenValues = new LinkedHashMap<>();

    private final Consumer<LinphonercLine> reader;
    private Section current;
    private int lineNumber = 1;
    private int column = 1;

    private record Place(Section section, String key) {}

    /** @param reader gets each line; it may be null, because the lines cost more time than the result */
    LinphonercParser(byte[] text, Consumer<LinphonercLine> reader) {
        this.text = text;
        this.reader = reader;
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

    /** Reads one line. Returns the offset at which the next one starts. */
    private int readLine(int from) {
        int to = from;
        int cut = Math.min(from + LONGEST_LINE, text.length);
        while (to < cut && !endsLine(to)) {
            to++;
        }
        LinphonercLine.Kind kind = interpret(from, to);
        if (reader != null) {
            reader.accept(line(kind, from, to));
            column += Utf8.characters(text, from, to);
        }
        return to < text.length ? afterLine(to) : to;
    }

    private LinphonercLine line(LinphonercLine.Kind kind, int from, int to) {
        return new LinphonercLine(
                lineNumber,
                column,
                kind,
                current == null ? "" : current.name(),
                new String(text, from, to - from, StandardCharsets.UTF_8),
                to < text.length && !endsLine(to));
    }

    private int afterLine(int end) {
        if (!endsLine(end)) {
            warnings.add("Line " + lineNumber + ": longer than " + LONGEST_LINE
                    + " bytes; liblinphone reads the rest as another line");
            return end;
        }
        lineNumber++;
        column = 1;
        boolean crlf = text[end] == '\r' && end + 1 < text.length && text[end + 1] == '\n';
        return crlf ? end + 2 : end + 1;
    }

    private boolean endsLine(int i) {
        return text[i] == '\n' || text[i] == '\r';
    }

    private LinphonercLine.Kind interpret(int from, int to) {
        int first = from;
        // Spaces only: after a tab, liblinphone sees neither a section nor a comment.
        while (first < to && text[first] == ' ') {
            first++;
        }
        if (first == to) {
            return LinphonercLine.Kind.BLANK;
        }
        return switch (text[first]) {
            case '[' -> openSection(first + 1, to) ? LinphonercLine.Kind.SECTION : LinphonercLine.Kind.IGNORED;
            case '#' -> LinphonercLine.Kind.COMMENT;
            default -> readEntry(from, to) ? LinphonercLine.Kind.ENTRY : LinphonercLine.Kind.IGNORED;
        };
    }

    /** Opens a section. An unclosed bracket and a blank name keep the current one. The words after the first are parameters: dropped. */
    private boolean openSection(int from, int to) {
        int close = indexOf(']', from, to);
        String name = close < 0 ? "" : firstWord(from, close);
        if (!name.isEmpty()) {
            current = config.section(name);
        }
        return !name.isEmpty();
    }

    /** Reads an entry. Ignores a line without key, value or section: an empty value does not clear an earlier one. */
    private boolean readEntry(int from, int to) {
        int equals = indexOf('=', from, to);
        if (equals < 0 || current == null) {
            return false;
        }
        int start = equals + 1;
        int end = to;
        while (end > start && text[end - 1] == ' ') {
            end--;
        }
        String key = end > start ? firstWord(from, equals) : "";
        // After a tab, # begins a key. liblinphone's XML converter (lpc2xml.c) leaves such a key out of the document.
        boolean isEntry = !key.isEmpty() && !key.startsWith("#");
        if (isEntry) {
            put(key, start, end);
        }
        return isEntry;
    }

    private void put(String key, int from, int to) {
        Place place = new Place(current, key);
        brokenValues.remove(place);
        if (isBroken(from, to)) {
            brokenValues.put(place, brokenCharacter(from, to));
        }
        current.put(key, new String(text, from, to - from, StandardCharsets.UTF_8), false);
    }

    /** Returns the word that C's {@code %s} reads. Of C's white space, only space and tab can occur in a line here. */
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
