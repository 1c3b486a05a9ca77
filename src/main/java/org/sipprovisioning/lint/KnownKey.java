package org.sipprovisioning.lint;

import java.util.List;
import java.util.Optional;

/**
 * A key that liblinphone or a Linphone app reads.
 *
 * @param section the name of its section; a final {@code N} stands for a number
 * @param name a final {@code N} stands for a number here, too
 * @param words the values of a key of the type {@link ValueType#ENUM}; empty for all others
 * @param defaultValue what counts if the key is missing; empty if that is an empty text
 * @param varies whether the default differs by platform, app or place; {@code defaultValue} is empty then
 * @param readers at least one, each of another scope
 * @param meaning one sentence
 * @param note a trap, or a thing to know
 */
public record KnownKey(
        String section,
        String name,
        ValueType type,
        List<String> words,
        NumberRange range,
        Optional<String> defaultValue,
        boolean varies,
        List<KeyReader> readers,
        String meaning,
        Optional<String> note) {}
