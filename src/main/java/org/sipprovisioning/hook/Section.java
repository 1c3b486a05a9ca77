package org.sipprovisioning.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A section of a document, as {@code [name]} in a linphonerc. Immutable.
 *
 * @param entries in order, one a key
 */
public record Section(String name, List<Entry> entries) {

    public Section {
        Objects.requireNonNull(name, "name");
        entries = List.copyOf(entries);
    }

    /** A section without entries yet. */
    public static Section of(String name) {
        return new Section(name, List.of());
    }

    /** The value of this key, if there is one. */
    public Optional<String> find(String key) {
        return entries.stream()
                .filter(entry -> entry.name().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    /** The same with a key set, which the phone takes in place of what it has: in its place where it is there, else as the last. */
    public Section with(String key, String value) {
        return with(new Entry(key, value, true));
    }

    /** The same with a key that the phone takes only where it has none. */
    public Section withDefault(String key, String value) {
        return with(new Entry(key, value, false));
    }

    /** The same without a key. */
    public Section without(String key) {
        return new Section(
                name,
                entries.stream().filter(entry -> !entry.name().equals(key)).toList());
    }

    private Section with(Entry entry) {
        List<Entry> changed = new ArrayList<>();
        boolean known = find(entry.name()).isPresent();
        entries.forEach(present -> changed.add(present.name().equals(entry.name()) ? entry : present));
        Stream.of(entry).filter(added -> !known).forEach(changed::add);
        return new Section(name, changed);
    }

    /** The name alone: a value may be a secret, and this may go into a log. */
    @Override
    public String toString() {
        return "[" + name + "]";
    }
}
