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

/** What is read from a file: sections and the entries of each, in order. */
final class Reading {
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    /** What a document of ours says. */
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

    /** The value, or an empty one, as no entry has one. */
    String value(String section, String key) {
        return sections.getOrDefault(section, Map.of()).getOrDefault(key, "");
    }

    /** The same without some of the keys; their sections stay. */
    Reading without(BiPredicate<String, String> sectionAndKey) {
        Reading kept = mapValues(UnaryOperator.identity());
        kept.sections.forEach((section, entries) -> entries.keySet().removeIf(key -> sectionAndKey.test(section, key)));
        return kept;
    }

    /** The same without the sections that have no entries. */
    Reading withoutEmptySections() {
        Reading kept = mapValues(UnaryOperator.identity());
        kept.sections.values().removeIf(Map::isEmpty);
        return kept;
    }

    /** The same names with other values. */
    Reading mapValues(UnaryOperator<String> change) {
        Reading changed = new Reading();
        sections.forEach((section, entries) -> {
            changed.section(section);
            entries.forEach((key, value) -> changed.put(section, key, change.apply(value)));
        });
        return changed;
    }

    /** Whether XML could not carry a name or a value, as a character of it has been cut. */
    boolean hasBrokenCharacter() {
        return toString().contains("\ufffd");
    }

    /** A line for each section and each entry; equal lines are equal readings, for a section's name has no bracket. */
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
