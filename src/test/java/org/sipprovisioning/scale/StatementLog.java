package org.sipprovisioning.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads MariaDB's general query log, and keeps one sample of each statement of the product that reads rows: statements are the same if they
 * differ in values only. The product's connections are known by a variable that its data source sets and the tests do not.
 */
final class StatementLog {
    /** A line that begins an entry. A statement with line breaks goes on in the lines after it. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?:\\d{6} [ \\d]\\d:\\d\\d:\\d\\d)?\\t+ *(\\d+) (Connect|Query|Execute|Quit|[A-Z][a-z]+[^\\t]*)\\t(.*)");

    private static final Pattern READS_ROWS = Pattern.compile("(?is)\\s*(?:SELECT\\b.*\\bFROM|UPDATE|DELETE)\\b.*");

    private static final Pattern VALUE = Pattern.compile(
            "'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|(?<![\\w.])-?\\d+(?:\\.\\d+)?\\b", Pattern.DOTALL);

    private static final Pattern LIST = Pattern.compile("\\(\\?(?:\\s*,\\s*\\?)+\\)");

    /** Tables of the migration tool and of the database itself. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?i)flyway_schema_history|information_schema|@@|GET_LOCK|DATABASE\\(\\)");

    private static final int LONGEST = 200_000;

    private final Map<String, String> samples = new TreeMap<>();
    private final Set<String> ofProduct = new HashSet<>();
    private String connection = "";
    private String command = "";
    private final StringBuilder text = new StringBuilder();

    private StatementLog() {}

    /** Returns the samples by their statements, in which each value is a question mark. */
    static Map<String, String> read(Path file) {
        StatementLog log = new StatementLog();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.line(line);
            }
            log.entryEnds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log.samples;
    }

    static String withoutValues(String statement) {
        String values = VALUE.matcher(statement).replaceAll("?");
        return LIST.matcher(values).replaceAll("(?…)").replaceAll("\\s+", " ").strip();
    }

    private void line(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
            entryEnds();
            connection = entry.group(1);
            command = entry.group(2);
            text.append(entry.group(3));
        } else if (text.length() < LONGEST) {
            text.append('\n').append(line);
        }
    }

    private void entryEnds() {
        String statement = text.toString();
        text.setLength(0);
        switch (command) {
            case "Connect" -> ofProduct.remove(connection);
            case "Query", "Execute" -> statement(statement);
            default -> {}
        }
    }

    private void statement(String statement) {
        if (statement.contains("max_statement_time=2.2")) {
            ofProduct.add(connection);
        } else if (ofProduct.contains(connection)) {
            wanted(statement).ifPresent(found -> samples.putIfAbsent(withoutValues(found), found));
        }
    }

    private static Optional<String> wanted(String statement) {
        return Optional.of(statement)
                .filter(found -> found.length() < LONGEST)
                .filter(found -> READS_ROWS.matcher(found).matches())
                .filter(found -> !FOREIGN.matcher(found).find());
    }
}
