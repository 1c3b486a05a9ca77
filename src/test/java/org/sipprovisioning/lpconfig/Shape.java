package org.sipprovisioning.lpconfig;

import java.util.List;

/** The structure of a document as a value that assertions can compare and print. */
record Shape(List<OfSection> sections) {

    record OfSection(String name, List<OfEntry> entries) {}

    record OfEntry(String name, String value, boolean overwrite) {}

    static Shape of(LpConfig config) {
        return new Shape(config.sections().stream()
                .map(section -> new OfSection(
                        section.name(),
                        section.entries().stream()
                                .map(entry -> new OfEntry(entry.name(), entry.value(), entry.overwrite()))
                                .toList()))
                .toList());
    }

    /** Returns a document of this structure. */
    LpConfig build() {
        LpConfig config = new LpConfig();
        for (OfSection section : sections) {
            Section built = config.section(section.name());
            section.entries().forEach(entry -> built.put(entry.name(), entry.value(), entry.overwrite()));
        }
        return config;
    }
}
