package org.sipprovisioning.lint;

import java.util.Arrays;
import java.util.Locale;

/** The programs that read keys. Each of them has version numbers of its own. */
public enum Scope {
    /** The library, liblinphone, which is in all apps. */
    LIBRARY("liblinphone", "5.1.0"),
    ANDROID("Linphone for Android", "6.0.0"),
    IOS("Linphone for iOS", "6.0.0"),
    DESKTOP("Linphone for desktops", "6.0.0");

    private final String product;
    private final String oldest;

    Scope(String product, String oldest) {
        this.product = product;
        this.oldest = oldest;
    }

    /** Returns the name of the program. */
    String product() {
        return product;
    }

    /** Returns the oldest version that keys.tsv knows. It stands for older ones, too. */
    String oldest() {
        return oldest;
    }

    /** @throws IllegalArgumentException if no scope has this name in keys.tsv */
    static Scope parse(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown scope " + name));
    }
}
