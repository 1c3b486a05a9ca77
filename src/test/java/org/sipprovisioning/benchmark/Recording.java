package org.sipprovisioning.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that an operation caused, as MariaDB has logged them.
 *
 * @param at the time of the operation, in milliseconds
 * @param known the values that belong to the operation's {@link Subject}, by name
 */
record Recording(long at, Map<String, String> known, List<Line> lines) {

    /**
     * A statement with its values.
     *
     * @param transaction the number of its transaction, in the order of their first statements
     */
    record Line(int transaction, String sql) {
        boolean isEnd() {
            return sql.equalsIgnoreCase("COMMIT") || sql.equalsIgnoreCase("ROLLBACK");
        }

        String shape() {
            return SqlText.of(sql).shape();
        }
    }

    /** Numbers the transactions of these lines, whose numbers are those of connections. */
    static List<Line> byTransaction(List<Line> byConnection) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Integer> open = new HashMap<>();
        int transactions = 0;
        for (Line line : byConnection) {
            Integer number = line.isEnd() ? open.remove(line.transaction()) : open.get(line.transaction());
            if (number == null) {
                number = transactions++;
                open.put(line.transaction(), number);
            }
            lines.add(new Line(number, line.sql()));
        }
        return lines;
    }

    /** Leaves out the transactions that have a statement of one of these shapes. Numbers the others anew. */
    static List<Line> without(Set<String> shapes, List<Line> lines) {
        Set<Integer> left = new HashSet<>();
        lines.stream().filter(line -> shapes.contains(line.shape())).forEach(line -> left.add(line.transaction()));
        return byTransaction(lines.stream()
                .filter(line -> !left.contains(line.transaction()))
                .toList());
    }
}
