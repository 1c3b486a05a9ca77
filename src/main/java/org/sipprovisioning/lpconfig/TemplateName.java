package org.sipprovisioning.lpconfig;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a template in a space's entries may stand for. Some say with an argument which one: a key, a parameter's name. */
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

    /** By what stands between the braces. */
    static Optional<TemplateName> find(String whole) {
        return Stream.of(values()).filter(name -> name.matches(whole)).findFirst();
    }

    /** As their authors write them. */
    static String known() {
        return Stream.of(values())
                .map(name -> "${" + name.text + name.argument + "}")
                .collect(Collectors.joining(", "));
    }

    /** What follows the name; empty where it takes nothing. */
    String argumentOf(String whole) {
        return whole.substring(text.length());
    }

    private boolean matches(String whole) {
        return argument.isEmpty() ? whole.equals(text) : whole.startsWith(text) && whole.length() > text.length();
    }
}
