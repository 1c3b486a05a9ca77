package org.sipprovisioning.account;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The JSON of an account in the API. It holds no hash, no token and no key. */
public final class AccountJson {

    private AccountJson() {}

    public static JsonObject from(Account account) {
        return builder(account).build();
    }

    /** Returns the JSON as a builder, for answers that add fields. */
    public static JsonObjectBuilder builder(Account account) {
        return Json.createObjectBuilder()
                .add("id", account.id())
                .add("username", account.username())
                .add("domain", account.space().domain())
                .add("sip_uri", account.address().uri())
                .add("display_name", orNull(account.displayName()))
                .add("email", orNull(account.email()))
                .add("phone", orNull(account.phone()))
                .add("activated", account.isActivated())
                .add("blocked", account.isBlocked())
                .add("admin", account.isAdmin())
                .add("dtmf_protocol", orNull(account.dtmfProtocol().map(Enum::name)))
                .add("dictionary", DictionaryConverter.json(account.dictionary()))
                .add("created_at", account.createdAt().toString())
                .add("updated_at", account.updatedAt().toString())
                .add("passwords", passwords(account));
    }

    private static JsonArray passwords(Account account) {
        JsonArrayBuilder passwords = Json.createArrayBuilder();
        account.credentials()
                .algorithms()
                .forEach(algorithm -> passwords.add(Json.createObjectBuilder().add("algorithm", algorithm.token())));
        return passwords.build();
    }
}
