package org.sipprovisioning.lint;

import java.util.Arrays;
import java.util.Locale;

/** The form of a key's value. */
public enum ValueType {
    /** 0 or 1. */
    BOOL,
    INT,
    FLOAT,
    /** A whole number, or two with a hyphen. */
    RANGE,
    /** Texts, separated by commas. */
    LIST,
    STRING,
    SIP_ADDRESS,
    URI,
    /** A text that must not appear in a log. */
    SECRET,
    /** One of the key's {@link KnownKey#words()}. */
    ENUM;

    boolean isNumber() {
        return this == INT || this == FLOAT;
    }

    /** Whether liblinphone reads a number from the value. */
    boolean isRead() {
        return isNumber() || this == BOOL;
    }

    /** @throws IllegalArgumentException if no type has this name in keys.tsv */
    static ValueType parse(String name) {
        return Arrays.stream(values())
                .filter(type -> type.inFile().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown type " + name));
    }

    private String inFile() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
