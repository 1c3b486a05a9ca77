package org.sipprovisioning.provisioning;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.JsonObject;
import org.sipprovisioning.account.AccountJson;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.token.TokenIssuer;

/** The JSON of an account with its new provisioning token. No other answer shows a provisioning token. */
final class TicketJson {

    private TicketJson() {}

    static JsonObject from(TokenIssuer.Ticket ticket, Origin origin) {
        Secret token = ticket.token().secret();
        return AccountJson.builder(ticket.account())
                .add("provisioning_token", token.value())
                .add(
                        "provisioning_token_expire_at",
                        orNull(ticket.token().expiresAt().map(Object::toString)))
                .add("provisioning_url", origin.provisioning(token, ""))
                .add("provisioning_qrcode_url", origin.qrCode(token))
                .build();
    }
}
