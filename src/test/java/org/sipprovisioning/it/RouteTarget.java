package org.sipprovisioning.it;

import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.externalFields;
import static org.sipprovisioning.it.Fixtures.spaceFields;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sipprovisioning.it.Routes.Route;

/**
 * The objects that a request to any route needs, once: an account with an external account, a contact and a CardDAV
 * credential, and a space with a CardDAV server and a key. Requests that have no effect may share a target.
 */
public final class RouteTarget {
    private static final Api SUPER_ADMIN = Api.superAdmin();

    private final String email = Api.unique("mail-") + "@example.net";
    private final TestAccount account;
    private final TestAccount contact;
    private final Lazy<String> emptySpace = new Lazy<>(Fixtures::space);
    private final Lazy<Integer> key;
    private final Lazy<Integer> cardDav = new Lazy<>(() -> cardDav(emptySpace.get()));
    private final Lazy<Integer> ownCardDav;

    /** @param domain the domain of the account's space */
    public RouteTarget(String domain) {
        account = Fixtures.account(domain, Map.of("email", email));
        contact = Fixtures.account(domain);
        SUPER_ADMIN.post(account.path() + "/external", externalFields()).is(201);
        SUPER_ADMIN.call("POST", contacts()).is(200);
        ownCardDav = new Lazy<>(() -> {
            int server = cardDav(domain);
            SUPER_ADMIN
                    .put(account.path() + "/carddavs/" + server, credential("carla"))
                    .is(200);
            return server;
        });
        key = new Lazy<>(() -> adminOf(domain)
                .post("/api/keys", field("name", "a key"))
                .is(201)
                .json()
                .getInt("id"));
    }

    /** Returns everything that a request could have changed. */
    public List<String> state() {
        String space = "/api/spaces/" + emptySpace.get();
        Stream<String> shown = Stream.of(
                        account.path(),
                        account.path() + "/external",
                        account.path() + "/contacts",
                        space,
                        space + "/carddavs/" + cardDav.get(),
                        space + "/carddavs",
                        contact.path())
                .map(path -> SUPER_ADMIN.get(path).is(200).body());
        return Stream.concat(shown, credential().stream()).toList();
    }

    public String provisioningToken() {
        return account.token();
    }

    public TestAccount account() {
        return account;
    }

    public Api.Answer request(Route route, Api caller) {
        return request(route.method(), route, caller);
    }

    /** Sends a HEAD request without a body. */
    public Api.Answer head(Route route, Api caller) {
        return request("HEAD", route, caller);
    }

    private Api.Answer request(String method, Route route, Api caller) {
        String path = pathOf(route, caller);
        return body(route)
                .filter(body -> method.equals(route.method()))
                .map(body -> caller.call(method, path, body.toString()))
                .orElseGet(() -> caller.call(method, path));
    }

    /** Returns the route's path with its templates filled in. */
    public String pathOf(Route route, Api caller) {
        String path = fill(route.path(), "{domain}", emptySpace::get);
        path = fill(path, "keys/{id}", () -> "keys/" + key.get());
        path = fill(path, "carddavs/{id}", () -> "carddavs/" + cardDav.get());
        path = fill(path, "{carddav_id}", () -> String.valueOf(ownCardDav.get()));
        path = fill(path, "me/contacts/{sip}", () -> "me/contacts/" + contactOf(caller));
        path = fill(path, "{auth_token}", () -> token(route));
        path = fill(path, "{token}", () -> token(route));
        return path.replace("{id}", String.valueOf(account.id()))
                .replace("{contact_id}", String.valueOf(contact.id()))
                .replace("{sip}", account.sipUri())
                .replace("{email}", email);
    }

    private static String fill(String path, String template, Supplier<String> value) {
        return path.contains(template) ? path.replace(template, value.get()) : path;
    }

    /** Adds a contact to the caller's account, if the caller has one. Returns the SIP URI of the contact. */
    private String contactOf(Api caller) {
        Api.Answer me = caller.get("/api/accounts/me");
        if (me.status() == 200) {
            SUPER_ADMIN
                    .call("POST", "/api/accounts/" + me.json().getInt("id") + "/contacts/" + contact.id())
                    .is(200);
        }
        return contact.sipUri();
    }

    private String token(Route route) {
        if (route.path().endsWith("/attach")) {
            return Fixtures.authToken(Optional.empty());
        }
        return route.path().contains("auth_token") ? Fixtures.authToken(Optional.of(account)) : provisioningToken();
    }

    private String contacts() {
        return account.path() + "/contacts/" + contact.id();
    }

    /** Returns the body that a correct request of the route has; empty if it has none. */
    public static Optional<JsonObject> body(Route route) {
        return Optional.ofNullable(
                switch (route.name()) {
                    case "POST /api/accounts" -> accountFields().build();
                    case "PUT /api/accounts/{id}" -> field("phone", "1");
                    case "POST /api/accounts/{id}/external" -> externalFields();
                    case "POST /api/accounts/me/password" ->
                        Json.createObjectBuilder()
                                .add("old_password", Fixtures.PASSWORD)
                                .add("password", "another-password")
                                .build();
                    case "POST /api/keys" -> field("name", "another key");
                    case "POST /api/lint" -> field("text", "[sip]\n");
                    case "POST /api/spaces" ->
                        spaceFields(Api.unique("s") + ".example.net").build();
                    case "PUT /api/spaces/{domain}" -> field("name", "New");
                    case "POST /api/spaces/{domain}/carddavs", "PUT /api/spaces/{domain}/carddavs/{id}" -> server();
                    case "PUT /api/accounts/{id}/carddavs/{carddav_id}" -> credential("carlo");
                    default -> null;
                });
    }

    private static JsonObject server() {
        return field("uri", "https://dav.example.com/" + Api.unique("book-"));
    }

    private static int cardDav(String domain) {
        return SUPER_ADMIN
                .post("/api/spaces/" + domain + "/carddavs", server())
                .is(200)
                .json()
                .getInt("id");
    }

    private static JsonObject credential(String username) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("realm", "dav")
                .add("password", "secret")
                .build();
    }

    /** Returns the stored CardDAV credential, which no route shows. */
    private List<String> credential() {
        return Rows.row(
                "SELECT username, realm, algorithm, ha1 FROM carddav_credential WHERE account_id = ? AND server_id = ?",
                account.id(),
                ownCardDav.get());
    }

    private static JsonObject field(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** A value that is made at its first use. */
    private static final class Lazy<T> {
        private final Supplier<T> source;
        private T value;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            if (value == null) {
                value = source.get();
            }
            return value;
        }
    }
}
