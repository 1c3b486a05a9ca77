package org.sipprovisioning.lpconfig;

import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document that configures a phone, {@code <config>} in liblinphone's XML: named sections in the order of their first mention, one per
 * name.
 *
 * <p>A base document is parsed once and copied for each account, whose sections are then added to the copy. A copy costs one small object
 * per section; entries are copied only in the sections that are changed. Several threads may copy and read a document at the same time,
 * as long as no thread changes it.
 */
@XmlRootElement(name = "config")
public final class LpConfig {

    @XmlElement(name = "section")
    private List<Section> sections = new ArrayList<>();

    private final Map<String, Section> byName = new HashMap<>();

    /** Returns the sections in order, as a view that cannot be changed. */
    public List<Section> sections() {
        return Collections.unmodifiableList(sections);
    }

    /** Returns the section of this name, if there is one. */
    public Optional<Section> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the section of this name. Appends an empty section if there is no such section yet. */
    public Section section(String name) {
        Section known = byName.get(name);
        return known != null ? known : append(new Section(name));
    }

    /** Appends an empty section whose name is this prefix and the lowest free number, from 0. */
    public Section appendNumbered(String prefix) {
        int number = 0;
        while (byName.containsKey(prefix + number)) {
            number++;
        }
        return append(new Section(prefix + number));
    }

    /** Removes the section of this name, if there is one. */
    public void remove(String name) {
        Section removed = byName.remove(name);
        if (removed != null) {
            sections.removeIf(section -> section == removed);
        }
    }

    /** Gives an existing section another name, which no section may have yet. The section keeps its place. */
    public void rename(String from, String to) {
        Section former = byName.remove(from);
        Section renamed = former.copy(to);
        sections.set(sections.indexOf(former), renamed);
        byName.put(to, renamed);
    }

    /** Returns a copy. Later changes of the copy do not change this document, and the other way round. */
    public LpConfig copy() {
        LpConfig copy = new LpConfig();
        sections.forEach(section -> copy.append(section.copy()));
        return copy;
    }

    private Section append(Section section) {
        sections.add(section);
        byName.put(section.name(), section);
        return section;
    }

    /** Merges sections of the same name, as a phone does. JAXB has filled the list directly. */
    @SuppressWarnings("unused")
    private void afterUnmarshal(Unmarshaller unmarshaller, Object parent) {
        List<Section> read = sections;
        sections = new ArrayList<>(read.size());
        for (Section section : read) {
            Section known = byName.putIfAbsent(section.name(), section);
            if (known == null) {
                sections.add(section);
            } else {
                section.entries().forEach(known::apply);
            }
        }
    }
}
