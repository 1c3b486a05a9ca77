package org.sipprovisioning.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that liblinphone and the Linphone apps read, from {@code keys.tsv}. Names are those of a configuration: {@code proxy_0}. */
public final class KnownKeys {
    private static final String FILE = "keys.tsv";
    private static final String COMMENT = "#";

    /** A name that ends in a number as a phone writes it: without a leading zero. */
    private static final Pattern NUMBERED = Pattern.compile("(.*_)(?:0|[1-9][0-9]*)");

    private final SortedMap<String, NavigableMap<String, KnownKey>> sections = new TreeMap<>();

    private KnownKeys() {}

    /** Reads the file that comes with the server. */
    public static KnownKeys load() {
        try (InputStream in = KnownKeys.class.getResourceAsStream(FILE)) {
            return parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The WAR lacks " + FILE, e);
        }
    }

    /** @throws IllegalArgumentException if the text is not exactly as its head describes it; the message names the line */
    static KnownKeys parse(String text) {
        KnownKeys keys = new KnownKeys();
        List<String> lines = text.lines().toList();
        int head =
                (int) lines.stream().takeWhile(line -> line.startsWith(COMMENT)).count();
        for (int i = head; i < lines.size(); i++) {
            try {
                keys.addLine(lines.get(i), i == head);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private void addLine(String line, boolean isHeader) {
        if (!isHeader) {
            add(KeyRow.parse(line));
        } else if (!line.equals(KeyRow.HEADER)) {
            throw new IllegalArgumentException("the header is missing");
        }
    }

    private void add(KnownKey key) {
        NavigableMap<String, KnownKey> section = sections.computeIfAbsent(key.section(), name -> new TreeMap<>());
        if (!key.section().equals(sections.lastKey())
                || !section.isEmpty() && section.lastKey().compareTo(key.name()) >= 0) {
            throw new IllegalArgumentException("not in the order of sections and keys, or there twice");
        }
        section.put(key.name(), key);
    }

    /** Returns all keys, in the order of sections and keys. */
    public List<KnownKey> all() {
        return sections.values().stream()
                .flatMap(keys -> keys.values().stream())
                .toList();
    }

    /** Returns the keys of a section; none if the section is unknown. */
    public List<KnownKey> ofSection(String section) {
        return List.copyOf(byName(section).values());
    }

    public Optional<KnownKey> find(String section, String key) {
        return find(byName(section), key);
    }

    /**
     * Returns the key of the section whose name is most similar, if one is similar enough that the other name may be a misspelling of it.
     * The time does not depend on the length of the name.
     */
    public Optional<KnownKey> nearest(String section, String key) {
        return EditDistance.nearest(key, byName(section).keySet())
                .map(name -> byName(section).get(name));
    }

    private NavigableMap<String, KnownKey> byName(String section) {
        return find(sections, section).orElseGet(TreeMap::new);
    }

    private static <T> Optional<T> find(SortedMap<String, T> values, String name) {
        Matcher numbered = NUMBERED.matcher(name);
        T value = values.get(name);
        return Optional.ofNullable(value == null && numbered.matches() ? values.get(numbered.group(1) + "N") : value);
    }
}
