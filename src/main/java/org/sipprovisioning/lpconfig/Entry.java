package org.sipprovisioning.lpconfig;

import static java.util.Objects.requireNonNull;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlValue;

/**
 * An entry of a section, a key with its value: {@code key=value} in a linphonerc, {@code <entry name="key">value</entry>} in the XML
 * document. Immutable.
 *
 * <p>A phone sets an entry only if it does not have the key yet, unless the entry says overwrite. An empty value that says overwrite
 * deletes the key in the phone; an empty value without overwrite does nothing. A linphonerc has no overwrite.
 */
public final class Entry {

    @XmlAttribute(required = true)
    private String name;

    /** TRUE or null, because liblinphone knows only {@code overwrite="true"} and the absence of the attribute. */
    @XmlAttribute
    private Boolean overwrite;

    @XmlValue
    private String value;

    /** JAXB needs this constructor. */
    private Entry() {
        this("", "", false);
    }

    Entry(String name, String value, boolean overwrite) {
        this.name = requireNonNull(name, "name");
        this.value = requireNonNull(value, "value");
        this.overwrite = overwrite ? Boolean.TRUE : null;
    }

    /** Returns the key. */
    public String name() {
        return name;
    }

    /** Returns the value, which may be a secret. */
    public String value() {
        return value;
    }

    /** Whether the phone replaces a value that it has already. */
    public boolean overwrite() {
        return Boolean.TRUE.equals(overwrite);
    }

    /** Returns the key alone, because the value may be a secret and this text goes into logs. */
    @Override
    public String toString() {
        return name;
    }
}
