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
 * The document that configures a phone: named sections in the order of their first mention, one per name.
 *
 * <p>A base document is parsed once and copied for each account, which then gets its own sections. A copy costs one
 * small object per section; entries are copied only in the sections that are changed. Several threads may copy and read
 * a document at once, as long as none changes it.
 */
@XmlRootElement(name = "config")
public final class LpConfig {

    @XmlElement(name = "section")
    private List<Section> sections = new ArrayList<>();

    private final Map<String, Section> byName = new HashMap<>();

    /** The sections in order, as a view that cannot be changed. */
    public List<Section> sections() {
        return Collections.unmodifiableList(sections);
    }

    /** The section of this name, if there is one. */
    public Optional<Section> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The section of this name; an empty one is appended where there is none. */
    public Section section(String name) {
        Section known = byName.get(name);
        return known != null ? known : append(new Section(name));
    }

    /** Appends an empty section that is named by this prefix and the lowest number that is free. */
    public Section appendNumbered(String prefix) {
        int number = 0;
        while (byName.containsKey(prefix + number)) {
            number++;
        }
        return append(new Section(prefix + number));
    }

    /** Drops the section of this name, if there is one. */
    public void remove(String name) {
        Section removed = byName.remove(name);
        if (removed != null) {
            sections.removeIf(section -> section == removed);
        }
    }

    /** Gives a section that is there another name, which none has yet. It keeps its place. */
    public void rename(String from, String to) {
        Section former = byName.remove(from);
        Section renamed = former.copy(to);
        sections.set(sections.indexOf(former), renamed);
        byName.put(to, renamed);
    }

    /** A document that is equal now, and from then on changes on its own. */
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

    /** JAXB has filled the sections behind our back. As in a phone, sections of one name are one section. */
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
