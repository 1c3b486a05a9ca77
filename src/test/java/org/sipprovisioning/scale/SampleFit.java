package org.sipprovisioning.scale;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replaces the values of a sample by values that {@link BigData} has: for others, the database would know at once that no row has them. */
final class SampleFit {
    private static final String VALUE = "(?:'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|-?\\d+)";

    private static final Pattern COMPARISON = Pattern.compile(
            "(?i)\\b(\\w+)\\s*(?:=\\s*" + VALUE + "|IN\\s*\\((" + VALUE + "(?:\\s*,\\s*" + VALUE + ")*)\\))",
            Pattern.DOTALL);

    private static final Map<String, String> EXISTING = Map.ofEntries(
            Map.entry("id", "%d"),
            Map.entry("account_id", "%d"),
            Map.entry("contact_id", "%d"),
            Map.entry("space_id", "1"),
            Map.entry("server_id", "1"),
            Map.entry("domain", "'" + BigData.DOMAIN + "'"),
            Map.entry("host", "'" + BigData.DOMAIN + "'"),
            Map.entry("username", "'user%d'"),
            Map.entry("email", "'user%d@mail.example.org'"),
            Map.entry("hash", "SHA2(%d, 256)"),
            Map.entry("nonce_and_count", "SHA1(%d)"),
            Map.entry("space", "'" + BigData.DOMAIN + "'"),
            Map.entry("account", "'sip:user%d@" + BigData.DOMAIN + "'"),
            Map.entry("actor", "'sip:user%d@" + BigData.DOMAIN + "'"),
            Map.entry("other_actor", "'sip:user" + BigData.ADMIN + "@" + BigData.DOMAIN + "'"));

    private SampleFit() {}

    static String fitted(String sample) {
        return COMPARISON.matcher(sample).replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
    }

    private static String replacement(MatchResult found) {
        String column = found.group(1);
        String existing = EXISTING.get(column.toLowerCase(Locale.ROOT));
        if (existing == null) {
            return found.group();
        }
        if (found.group(2) == null) {
            return column + " = " + existing.formatted(11);
        }
        int values = found.group(2).split(",", -1).length;
        return IntStream.rangeClosed(1, values)
                .mapToObj(i -> existing.formatted(i * 10 + 1))
                .collect(Collectors.joining(", ", column + " IN (", ")"));
    }
}
