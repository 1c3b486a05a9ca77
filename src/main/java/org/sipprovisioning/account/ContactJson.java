package org.sipprovisioning.account;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** The JSON of a contact in the API. It holds no more of the account than phones need. */
final class ContactJson {
    private ContactJson() {}

    static JsonObject from(Account contact) {
        return Json.createObjectBuilder()
                .add("id", contact.id())
                .add("username", contact.username())
                .add("domain", contact.space().domain())
                .add("sip_uri", contact.address().uri())
                .add("display_name", orNull(contact.displayName()))
                .build();
    }

    static JsonArray from(List<Account> contacts) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        contacts.forEach(contact -> list.add(from(contact)));
        return list.build();
    }
}
