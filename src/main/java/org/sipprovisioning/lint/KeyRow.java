package org.sipprovisioning.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of keys.tsv. The head of that file describes the columns. */
final class KeyRow {
    static final String HEADER = "section\tkey\ttype\trange\tdefault\tscope\tsince\tuntil\tsource\tmeaning\tnote";

    private static final int COLUMNS = 11;
    private static final String NOTHING = "-";
    private static final String VARIES = "*";

    private final String[] cells;

    private KeyRow(String line) {
        cells = line.split("\t", -1);
    }

    /** @throws IllegalArgumentException if the row is not exactly as the head of the file describes it */
    static KnownKey parse(String line) {
        KeyRow row = new KeyRow(line);
        row.checkCells();
        return row.toKey();
    }

    private void checkCells() {
        check(cells.length == COLUMNS, cells.length + " columns instead of " + COLUMNS);
        check(
                Stream.of(cells).allMatch(cell -> !cell.isEmpty() && cell.equals(cell.strip())),
                "an empty cell, or spaces around one");
        check(cells[9].endsWith(".") && (cells[10].endsWith(".") || isNothing(10)), "a text without a full stop");
    }

    private KnownKey toKey() {
        String[] type = cells[2].split(":", 2);
        ValueType valueType = ValueType.parse(type[0]);
        List<String> words = type.length == 1 ? List.of() : List.of(type[1].split(",", -1));
        check(words.isEmpty() != (valueType == ValueType.ENUM), "an enum has words, and no other type has");
        check(valueType.isNumber() || isNothing(3), "a range for what is no number");
        return new KnownKey(
                cells[0],
                cells[1],
                valueType,
                words,
                isNothing(3) ? NumberRange.ALL : NumberRange.parse(cells[3]),
                cells[4].equals(VARIES) ? Optional.empty() : cell(4),
                cells[4].equals(VARIES),
                readers(),
                cells[9],
                cell(10));
    }

    private List<KeyReader> readers() {
        String[] scopes = cells[5].split(",", -1);
        String[][] columns =
                Stream.of(6, 7, 8).map(i -> cells[i].split(",", -1)).toArray(String[][]::new);
        check(Stream.of(columns).allMatch(column -> column.length == scopes.length), "not one item for each scope");
        List<KeyReader> readers = new ArrayList<>();
        for (int i = 0; i < scopes.length; i++) {
            Optional<String> until = Optional.of(columns[1][i]).filter(version -> !version.equals(NOTHING));
            check(columns[2][i].matches("[^#]+#[^#]+"), "a source that is not file#function");
            readers.add(new KeyReader(Scope.parse(scopes[i]), columns[0][i], until, columns[2][i]));
        }
        check(readers.stream().map(KeyReader::scope).distinct().count() == scopes.length, "a scope named twice");
        return List.copyOf(readers);
    }

    private Optional<String> cell(int column) {
        return isNothing(column) ? Optional.empty() : Optional.of(cells[column]);
    }

    private boolean isNothing(int column) {
        return cells[column].equals(NOTHING);
    }

    private static void check(boolean isGood, String fault) {
        if (!isGood) {
            throw new IllegalArgumentException(fault);
        }
    }
}
