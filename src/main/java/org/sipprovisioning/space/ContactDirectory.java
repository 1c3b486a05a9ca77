package org.sipprovisioning.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The entries of a {@code remote_contact_directory} section, by which a phone knows an address book: keys and values, in order. All of
 * them overwrite, so that an empty value deletes the value that the phone has from a former address book. Equal objects give equal
 * sections.
 */
public record ContactDirectory(Map<String, String> entries) {

    public ContactDirectory {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
