package org.sipprovisioning.lint;

import java.util.Optional;

/**
 * What a phone will make of a place in a linphonerc, for its author. No text of it contains a value, because values may be secrets.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @param code names the kind of finding; it stays the same in later versions
 * @param section the section, if the finding is about one
 * @param key the key, if the finding is about one
 * @param message what happens
 * @param advice what to write instead
 */
public record Finding(
        int line,
        int column,
        Severity severity,
        String code,
        Optional<String> section,
        Optional<String> key,
        String message,
        String advice) {

    @Override
    public String toString() {
        return "Line " + line + ", column " + column + ": " + message + " " + advice;
    }
}
