package org.sipprovisioning.linphone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.sipprovisioning.lpconfig.Entry;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.Section;

/** The content of a file as it was read: the sections and their entries, in order. */
final class Reading {
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    /** Returns the content of a document of the server. */
    static Reading of(LpConfig config) {
        Reading reading = new Reading();
        for (Section section : config.sections()) {
            reading.section(section.name());
            for (Entry entry : section.entries()) {
                reading.put(section.name(), entry.name(), entry.value());
            }
        }
        return reading;
    }

    void section(String name) {
        sections.putIfAbsent(name, new LinkedHashMap<>());
    }

    void put(String section, String key, String value) {
        section(section);
        sections.get(section).put(key, value);
    }

    boolean has(String section) {
        return sections.containsKey(section);
    }

    /**
     * Returns the value of an entry. Returns an empty string if there is no such entry: no entry has an empty value.
     */
    String value(String section, String key) {
        return sections.getOrDefault(section, Map.of()).getOrDefault(key, "");
    }

    /** Returns the same content without some keys. Their sections stay. */
    Reading without(BiPredicate<String, String> sectionAndKey) {
        Reading kept = mapValues(UnaryOperator.identity());
        kept.sections.forEach((section, entries) -> entries.keySet().removeIf(key -> sectionAndKey.test(section, key)));
        return kept;
    }

    /** Returns the same content without the sections that have no entries. */
    Reading withoutEmptySections() {
        Reading kept = mapValues(UnaryOperator.identity());
        kept.sections.values().removeIf(Map::isEmpty);
        return kept;
    }

    /** Returns the same sections and keys with other values. */
    Reading mapValues(UnaryOperator<String> change) {
        Reading changed = new Reading();
        sections.forEach((section, entries) -> {
            changed.section(section);
            entries.forEach((key, value) -> changed.put(section, key, change.apply(value)));
        });
        return changed;
    }

    /** Whether a name or a value holds a part of a character, which XML could not carry. */
    boolean hasBrokenCharacter() {
        return toString().contains("\ufffd");
    }

    /**
     * Returns a line for each section and each entry. If the lines are equal, the contents are equal, because the name
     * of a section has no bracket.
     */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        sections.forEach((section, entries) -> {
            lines.add("[" + section + "]");
            entries.forEach((key, value) -> lines.add("[" + section + "] " + key + "=" + value));
        });
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
