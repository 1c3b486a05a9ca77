package org.sipprovisioning.security.apikey;

import java.util.List;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.AddressRange;

/** Reads the fields of a key from a request. */
final class KeyFields {
    private static final int MAX_NAME = 200;
    private static final int MAX_ADDRESS = 64;

    private final Fields fields;
    private final String name;
    private List<String> ips = List.of();

    KeyFields(Fields fields) {
        this.fields = fields;
        fields.require("name");
        this.name = fields.text("name", MAX_NAME).orElse(null);
        fields.list("ips", MAX_ADDRESS, this::readIps);
    }

    String name() {
        return name;
    }

    List<String> ips() {
        return ips;
    }

    private void readIps(List<String> texts) {
        try {
            texts.forEach(AddressRange::parse);
            ips = texts;
        } catch (IllegalArgumentException e) {
            fields.reject("ips", e.getMessage());
        }
    }
}
