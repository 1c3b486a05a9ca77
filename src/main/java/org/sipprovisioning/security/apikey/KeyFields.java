package org.sipprovisioning.security.apikey;

import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.AddressRange;

/** Reads the fields of a key from a request. */
final class KeyFields {
    static final String NO_ADMIN = "must be the SIP address of an activated admin whom you manage";

    private static final int MAX_NAME = 200;
    private static final int MAX_ADDRESS = 64;
    private static final int MAX_ACCOUNT = 320;

    private final Fields fields;
    private final String name;
    private final Optional<SipAddress> account;
    private List<String> ips = List.of();

    KeyFields(Fields fields) {
        this.fields = fields;
        fields.require("name");
        this.name = fields.text("name", MAX_NAME).orElse(null);
        this.account = fields.value("account", MAX_ACCOUNT, KeyFields::parseAccount);
        fields.list("ips", MAX_ADDRESS, this::readIps);
    }

    String name() {
        return name;
    }

    List<String> ips() {
        return ips;
    }

    /** Returns the address of the account that the key is for; empty for the caller's own account. */
    Optional<SipAddress> account() {
        return account;
    }

    private static SipAddress parseAccount(String text) {
        return SipAddress.find(text).orElseThrow(() -> new IllegalArgumentException(NO_ADMIN));
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
