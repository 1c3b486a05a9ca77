package org.sipprovisioning.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sipprovisioning.it.RawHttp.Answer;

/** Makes what tests need through the JSON API; names are new each time, so that no test sees another one's. */
public final class AdminClient {
    public static final String DEFAULT_SPACE = "sip.example.org";

    /** An account and the token that its last answer told. */
    public record TestAccount(long id, String username, String domain, String password, String token, String url) {}

    private final Server server;
    private final String key;

    public AdminClient(Server server, String key) {
        this.server = server;
        this.key = key;
    }

    public static AdminClient suite() {
        return new AdminClient(Server.suite(), System.getenv("PROVISIONING_ADMIN_API_KEY"));
    }

    public static String newName() {
        return "n" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A new space, with what these fields say; returns its domain, which is its host too. */
    public String space(Map<String, ?> fields) {
        String domain = newName() + ".example.net";
        Map<String, Object> body = new LinkedHashMap<>(Map.of("domain", domain, "host", domain, "name", domain));
        body.putAll(fields);
        ok(send("POST", "/api/spaces", body));
        return domain;
    }

    public void changeSpace(String domain, Map<String, ?> fields) {
        ok(send("PUT", "/api/spaces/" + domain, fields));
    }

    public TestAccount account() {
        return account(DEFAULT_SPACE);
    }

    public TestAccount account(String domain) {
        return account(domain, Map.of());
    }

    public TestAccount account(String domain, Map<String, ?> fields) {
        String password = "secret-" + newName();
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("username", newName(), "password", password, "domain", domain));
        body.putAll(fields);
        return ticket(ok(send("POST", "/api/accounts", body)), password);
    }

    /** The same account with a fresh token. */
    public TestAccount issue(TestAccount account) {
        return ticket(ok(send("POST", "/api/accounts/" + account.id() + "/provision", Map.of())), account.password());
    }

    public boolean isActivated(TestAccount account) {
        return Boolean.parseBoolean(Json.field(ok(get("/api/accounts/" + account.id())), "activated"));
    }

    /** POST without fields: block, activate and the like. */
    public void act(TestAccount account, String verb) {
        ok(send("POST", "/api/accounts/" + account.id() + "/" + verb, Map.of()));
    }

    public void change(TestAccount account, Map<String, ?> fields) {
        ok(send("PUT", "/api/accounts/" + account.id(), fields));
    }

    public void addContact(TestAccount account, TestAccount contact) {
        ok(send("POST", "/api/accounts/" + account.id() + "/contacts/" + contact.id(), Map.of()));
    }

    public void linkExternal(TestAccount account, Map<String, ?> fields) {
        assertThat(send("POST", "/api/accounts/" + account.id() + "/external", fields)
                        .status())
                .isIn(200, 201);
    }

    public void unlinkExternal(TestAccount account) {
        ok(Phone.at(server).with("x-api-key", key).send("DELETE", "/api/accounts/" + account.id() + "/external"));
    }

    public Answer get(String path) {
        return Phone.at(server).with("x-api-key", key).get(path);
    }

    public Answer send(String method, String path, Map<String, ?> fields) {
        byte[] body = Json.write(fields).getBytes(UTF_8);
        return server.raw()
                .send(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nx-api-key: " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n" + new String(body, ISO_8859_1));
    }

    private static String ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    public static TestAccount ticket(String json, String password) {
        return new TestAccount(
                Long.parseLong(Json.field(json, "id")),
                Json.field(json, "username"),
                Json.field(json, "domain"),
                password,
                Json.field(json, "provisioning_token"),
                Json.field(json, "provisioning_url"));
    }
}
