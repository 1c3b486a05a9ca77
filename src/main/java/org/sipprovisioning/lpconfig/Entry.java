package org.sipprovisioning.lpconfig;

import static java.util.Objects.requireNonNull;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;

/**
 * A key of a section with its value. Immutable.
 *
 * <p>A phone sets an entry only where it has no such key yet, unless the entry says overwrite. An empty value that says
 * overwrite deletes the key in the phone; without overwrite it does nothing.
 */
public final class Entry {

    @XmlAttribute(required = true)
    private String name;

    /** TRUE or null, as liblinphone knows only the spelling {@code overwrite="true"}, and absence. */
    @XmlAttribute
    private Boolean overwrite;

    @XmlValue
    private String value;

    /** For JAXB. */
    private Entry() {
        this("", "", false);
    }

    Entry(String name, String value, boolean overwrite) {
        this.name = requireNonNull(name, "name");
        this.value = requireNonNull(value, "value");
        this.overwrite = overwrite ? Boolean.TRUE : null;
    }

    /** The key. */
    public String name() {
        return name;
    }

    /** The value, which may be a secret. */
    public String value() {
        return value;
    }

    /** Whether the phone replaces a value that it already has. */
    public boolean overwrite() {
        return Boolean.TRUE.equals(overwrite);
    }

    /** The key alone: a value may be a secret, and this goes into logs. */
    @Override
    public String toString() {
        return name;
    }
}
