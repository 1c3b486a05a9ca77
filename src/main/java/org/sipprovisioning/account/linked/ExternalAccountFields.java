package org.sipprovisioning.account.linked;

import java.util.Arrays;
import java.util.Optional;
import org.sipprovisioning.account.linked.ExternalAccount.Protocol;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.HostName;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SipServer;

/** Reads the fields of an external account from a request. */
final class ExternalAccountFields {
    private static final int MAX_TEXT = 255;
    private static final int MAX_URI = 1_024;

    private final Fields fields;

    ExternalAccountFields(Fields fields) {
        this.fields = fields;
    }

    /**
     * Sets the fields that are in the request, and the password last.
     *
     * @throws InvalidInput if a field is wrong or missing, or if the ha1 is void and there is no password
     */
    void applyTo(ExternalAccount external) {
        fields.require("username", "domain", "protocol");
        fields.keep("password");
        Optional<String> password = fields.text("password", MAX_TEXT);
        read(external);
        external.registrar().ifPresent(server -> refuseDomain("registrar", server, external));
        external.outboundProxy().ifPresent(server -> refuseDomain("outbound_proxy", server, external));
        if (external.secret().needsPassword() && password.isEmpty()) {
            fields.reject("password", "is required");
        }
        fields.check();
        password.ifPresent(external::setPassword);
    }

    private void read(ExternalAccount external) {
        DigestSecret secret = external.secret();
        fields.text("username", MAX_TEXT, secret::setUsername);
        fields.value("domain", MAX_TEXT, HostName::parse, external::setDomain);
        fields.value("protocol", MAX_TEXT, ExternalAccountFields::protocol, external::setProtocol);
        fields.text("realm", MAX_TEXT, secret::setRealm);
        fields.value("algorithm", MAX_TEXT, DigestAlgorithm::parse, secret::setAlgorithm);
        fields.value("registrar", MAX_URI, ExternalAccountFields::server, external::setRegistrar);
        fields.value("outbound_proxy", MAX_URI, ExternalAccountFields::server, external::setOutboundProxy);
    }

    /** Refuses a server that says no more than the domain does. */
    private void refuseDomain(String field, String server, ExternalAccount external) {
        if (SipServer.parse(server).isJust(external.address().domain())) {
            fields.reject(field, "must differ from the domain");
        }
    }

    private static String server(String text) {
        SipServer.parse(text);
        return text;
    }

    private static Protocol protocol(String text) {
        return Arrays.stream(Protocol.values())
                .filter(protocol -> protocol.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be UDP, TCP or TLS"));
    }
}
