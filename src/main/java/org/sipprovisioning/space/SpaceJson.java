package org.sipprovisioning.space;

import static org.sipprovisioning.request.OptionalJson.orNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** The JSON form of a space in the API. Only an answer about a single space has the linphonerc entries, which can be large. */
final class SpaceJson {

    private SpaceJson() {}

    static JsonObjectBuilder from(Space space, String entries) {
        return builder(space).add(SpaceFields.ENTRIES, entries);
    }

    static JsonObject from(Space space) {
        return builder(space).build();
    }

    private static JsonObjectBuilder builder(Space space) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("domain", space.domain())
                .add("host", space.host())
                .add("name", space.name())
                .add("realm", space.realm())
                .add("algorithm", space.algorithm().token())
                .add("account_proxy_registrar_address", orNull(space.registrar()))
                .add("custom_provisioning_overwrite_all", space.overwritesAll())
                .add("custom_provisioning_overwrite", array(space.overwritePatterns()))
                .add("super", space.isSuper())
                .add("expire_at", orNull(space.expireAt().map(Object::toString)))
                .add("max_accounts", space.maxAccounts())
                .add("max_account", space.appMaxAccount())
                .add("oidc", space.logins().singleSignOn().map(SpaceJson::oidc).orElse(JsonValue.NULL))
                .add("digest_and_bearer", space.logins().digestAndBearer())
                .add("client_certificate_ca", orNull(space.logins().clientCertificateCa()));
        for (AppFlag flag : AppFlag.values()) {
            json.add(flag.key(), space.has(flag));
        }
        return json;
    }

    private static JsonValue oidc(SingleSignOn signOn) {
        return Json.createObjectBuilder()
                .add("issuer", signOn.issuer())
                .add("jwks_url", orNull(signOn.jwksUrl().map(Object::toString)))
                .add("public_key", orNull(signOn.publicKey()))
                .add("audience", signOn.audience())
                .add("claim", orNull(signOn.claim()))
                .build();
    }

    private static JsonValue array(List<String> texts) {
        return Json.createArrayBuilder(texts).build();
    }
}
