package org.sipprovisioning.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement, divided into its values and the text around them.
 *
 * @param parts the text before, between and after the values: one part more than there are values
 * @param values numbers, and strings without their quotation marks
 */
record SqlText(List<String> parts, List<String> values) {
    /** A string in quotation marks, or a number that is not part of a name. */
    private static final Pattern VALUE =
            Pattern.compile("'((?:[^'\\\\]|\\\\.|'')*)'|(?<![\\w.`])(\\d+)(?![\\w.`])", Pattern.DOTALL);

    static SqlText of(String sql) {
        List<String> parts = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(sql);
        int end = 0;
        while (value.find()) {
            String quote = value.group(1) == null ? "" : "'";
            parts.add(sql.substring(end, value.start()) + quote);
            values.add(quote.isEmpty() ? value.group(2) : value.group(1));
            end = value.end() - quote.length();
        }
        parts.add(sql.substring(end));
        return new SqlText(parts, values);
    }

    /** Returns the statement without its values. */
    String shape() {
        return String.join("?", parts);
    }

    /** Returns the statement with other values. */
    String with(List<String> others) {
        StringBuilder sql = new StringBuilder(parts.get(0));
        for (int i = 0; i < others.size(); i++) {
            sql.append(others.get(i)).append(parts.get(i + 1));
        }
        return sql.toString();
    }
}
