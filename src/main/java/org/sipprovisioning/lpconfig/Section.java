package org.sipprovisioning.lpconfig;

import static java.util.Objects.requireNonNull;

import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A named section: entries in the order of their first mention, one per key. Case matters.
 *
 * <p>A section and its copy share their entries until one of the two is changed.
 */
public final class Section {

    @XmlAttribute(required = true)
    private String name;

    @XmlElement(name = "entry")
    private List<Entry> entries = new ArrayList<>();

    /** Where each key stands in the entries, so that building a section is linear in its keys. */
    private Map<String, Integer> places = new HashMap<>();

    private boolean shared;

    /** For JAXB. */
    private Section() {
        this("");
    }

    Section(String name) {
        this.name = requireNonNull(name, "name");
    }

    /** The name of the section. */
    public String name() {
        return name;
    }

    /** The entries in order, as a view that cannot be changed. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The entry of this key, if there is one. */
    public Optional<Entry> find(String key) {
        return Optional.ofNullable(places.get(key)).map(entries::get);
    }

    /** Sets a key: a new one goes last, a known one keeps its place and takes the new value and overwrite. */
    public void put(String key, String value, boolean overwrite) {
        put(new Entry(key, value, overwrite));
    }

    /** Sets a key that is not there yet. */
    public void putIfAbsent(String key, String value, boolean overwrite) {
        if (!places.containsKey(key)) {
            put(key, value, overwrite);
        }
    }

    /** Gives a key that is there another value, in its place and with its overwrite. */
    public void replace(String key, String value) {
        put(key, value, find(key).orElseThrow().overwrite());
    }

    /** Drops entries. */
    public void removeIf(Predicate<Entry> chosen) {
        List<Entry> kept = entries.stream().filter(chosen.negate()).toList();
        if (kept.size() < entries.size()) {
            removeAll();
            kept.forEach(this::put);
        }
    }

    /** Makes the phone delete this key. To the phone, an empty value that overwrites says so. */
    public void clear(String key) {
        put(key, "", true);
    }

    /** Leaves no entry. */
    public void removeAll() {
        entries = new ArrayList<>();
        places = new HashMap<>();
        shared = false;
    }

    /** Makes the phone replace what it has for each entry that is chosen. */
    public void overwriteIf(Predicate<Entry> chosen) {
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            if (chosen.test(entry)) {
                put(entry.name(), entry.value(), true);
            }
        }
    }

    @Override
    public String toString() {
        return "[" + name + "]";
    }

    Section copy() {
        return copy(name);
    }

    Section copy(String newName) {
        Section copy = new Section(newName);
        copy.entries = entries;
        copy.places = places;
        copy.shared = true;
        shared = true;
        return copy;
    }

    /** Sets an entry as a phone with an empty configuration would, so that of two unmarked ones the first stays. */
    void apply(Entry entry) {
        if (entry.overwrite() || !places.containsKey(entry.name())) {
            put(entry);
        }
    }

    private void put(Entry entry) {
        own();
        Integer place = places.putIfAbsent(entry.name(), entries.size());
        if (place == null) {
            entries.add(entry);
        } else {
            entries.set(place, entry);
        }
    }

    private void own() {
        if (shared) {
            entries = new ArrayList<>(entries);
            places = new HashMap<>(places);
            shared = false;
        }
    }

    /** JAXB has filled the entries behind our back. */
    @SuppressWarnings("unused")
    private void afterUnmarshal(Unmarshaller unmarshaller, Object parent) {
        List<Entry> read = entries;
        entries = new ArrayList<>(read.size());
        read.forEach(this::apply);
    }
}
