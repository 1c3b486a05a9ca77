package org.sipprovisioning.lint;

import java.util.Arrays;
import java.util.Locale;

/** The programs that read keys. Each of them has version numbers of its own. */
public enum Scope {
    /** The library, liblinphone, which is in all apps. */
    LIBRARY,
    ANDROID,
    IOS,
    DESKTOP;

    /** @throws IllegalArgumentException if no scope has this name in keys.tsv */
    static Scope parse(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown scope " + name));
    }
}
