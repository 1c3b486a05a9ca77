package org.sipprovisioning.provisioning;

import java.util.List;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.space.ContactDirectory;

/** Adds to a base what every document of a space has: the URL of the contacts, and the address books. Its entries overwrite. */
final class SpaceSections {
    private final LpConfig document;

    SpaceSections(LpConfig document) {
        this.document = document;
    }

    void addContacts(Origin origin) {
        document.section("misc").put("contacts-vcard-list", origin.contacts(), true);
    }

    /** Adds the space's address books beside those of the base, under the lowest numbers that are free. */
    void addAddressBooks(List<ContactDirectory> directories) {
        for (ContactDirectory directory : directories) {
            Section section = document.appendNumbered("remote_contact_directory_");
            directory.entries().forEach((key, value) -> section.put(key, value, true));
        }
    }
}
