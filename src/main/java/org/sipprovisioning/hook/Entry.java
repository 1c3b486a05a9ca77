package org.sipprovisioning.hook;

import java.util.Objects;

/**
 * A key of a section with its value.
 *
 * @param value without line breaks and control characters; empty and overwriting, it deletes the key in the phone
 * @param overwrite whether the phone replaces a value that it already has
 */
public record Entry(String name, String value, boolean overwrite) {

    public Entry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The key alone: a value may be a secret, and this may go into a log. */
    @Override
    public String toString() {
        return name;
    }
}
