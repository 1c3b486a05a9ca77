package org.sipprovisioning.lpconfig;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a template in a space's entries. Some names take an argument: a key of the dictionary, the name of a request parameter. */
public enum TemplateName {
    ACCOUNT_USERNAME("account.username", ""),
    ACCOUNT_DOMAIN("account.domain", ""),
    ACCOUNT_DISPLAY_NAME("account.display_name", ""),
    ACCOUNT_PHONE("account.phone", ""),
    ACCOUNT_DICTIONARY("account.dictionary.", "KEY"),
    SPACE_DOMAIN("space.domain", ""),
    REQUEST_PARAM("request.param.", "NAME");

    private final String text;
    private final String argument;

    TemplateName(String text, String argument) {
        this.text = text;
        this.argument = argument;
    }

    /** Finds the name of a template by the text between its braces. */
    static Optional<TemplateName> find(String whole) {
        return Stream.of(values()).filter(name -> name.matches(whole)).findFirst();
    }

    /** Returns all templates as the author of entries writes them, separated by commas. */
    static String known() {
        return Stream.of(values())
                .map(name -> "${" + name.text + name.argument + "}")
                .collect(Collectors.joining(", "));
    }

    /** Returns the argument after the name; empty if the name takes no argument. */
    String argumentOf(String whole) {
        return whole.substring(text.length());
    }

    private boolean matches(String whole) {
        return argument.isEmpty() ? whole.equals(text) : whole.startsWith(text) && whole.length() > text.length();
    }
}
