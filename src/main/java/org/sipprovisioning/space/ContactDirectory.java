package org.sipprovisioning.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a phone is told of an address book: the keys of a {@code remote_contact_directory} and their values, in order. An empty value takes
 * away what the phone has from a former one. Equal ones say the same.
 */
public record ContactDirectory(Map<String, String> entries) {

    public ContactDirectory {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
