package org.sipprovisioning.lint;

import java.util.Optional;

/**
 * A program that reads a key.
 *
 * @param since the first version that was found to read the key; the oldest version of the list also stands for older ones
 * @param until the last version that was found to read the key, if newer ones do not
 * @param source file and function, as {@code file#function}
 */
public record KeyReader(Scope scope, String since, Optional<String> until, String source) {

    /** Whether the oldest version of the list reads the key. */
    boolean isOld() {
        return since.equals(scope.oldest());
    }
}
