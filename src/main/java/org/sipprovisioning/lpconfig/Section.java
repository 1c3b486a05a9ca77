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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A named section, {@code [name]} in a linphonerc and {@code <section name="name">} in the XML document: entries in the order of their
 * first mention, one per key. The case of names and keys matters.
 *
 * <p>A section and its copy share their entries until one of the two is changed.
 */
public final class Section {

    @XmlAttribute(required = true)
    private String name;

    @XmlElement(name = "entry")
    private List<Entry> entries = new ArrayList<>();

    /** The index of each key in the entries, so that building a section takes time linear in its keys. */
    private Map<String, Integer> places = new HashMap<>();

    private boolean shared;

    /** JAXB needs this constructor. */
    private Section() {
        this("");
    }

    Section(String name) {
        this.name = requireNonNull(name, "name");
    }

    /** Returns the name of the section. */
    public String name() {
        return name;
    }

    /** Returns the entries in order, as a view that cannot be changed. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Returns the entry of this key, if there is one. */
    public Optional<Entry> find(String key) {
        return Optional.ofNullable(places.get(key)).map(entries::get);
    }

    /** Sets a key. A new key goes last. A known key keeps its place, and takes the new value and overwrite. */
    public void put(String key, String value, boolean overwrite) {
        put(new Entry(key, value, overwrite));
    }

    /** Sets a key, unless the section has it already. */
    public void putIfAbsent(String key, String value, boolean overwrite) {
        if (!places.containsKey(key)) {
            put(key, value, overwrite);
        }
    }

    /**
     * Gives a key another value. The key keeps its place and its overwrite.
     *
     * @throws NoSuchElementException if the section does not have the key
     */
    public void replace(String key, String value) {
        put(key, value, find(key).orElseThrow().overwrite());
    }

    /** Removes the entries that are chosen. */
    public void removeIf(Predicate<Entry> chosen) {
        List<Entry> kept = entries.stream().filter(chosen.negate()).toList();
        if (kept.size() < entries.size()) {
            removeAll();
            kept.forEach(this::put);
        }
    }

    /** Makes the phone delete this key, by an empty value that overwrites. */
    public void clear(String key) {
        put(key, "", true);
    }

    /** Removes all entries. */
    public void removeAll() {
        entries = new ArrayList<>();
        places = new HashMap<>();
        shared = false;
    }

    /** Marks the entries that are chosen with overwrite: the phone then replaces the values that it has. */
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

    /** Sets an entry as a phone with an empty configuration would: of two entries without overwrite, the first one stays. */
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

    /** Merges entries of the same key, as a phone does. JAXB has filled the list directly. */
    @SuppressWarnings("unused")
    private void afterUnmarshal(Unmarshaller unmarshaller, Object parent) {
        List<Entry> read = entries;
        entries = new ArrayList<>(read.size());
        read.forEach(this::apply);
    }
}
