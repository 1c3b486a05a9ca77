package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A caller of the application's routes. Each answer is checked for what must hold of every answer: no server error, no
 * hash except in a phone's document, no header that lets other sites read it, no cookie, and each error as JSON of the
 * application.
 */
public final class Api {
    /** The key of the first admin on the suite's server. */
    public static final String SUPER_ADMIN_KEY = System.getenv("PROVISIONING_ADMIN_API_KEY");

    /** MD5 or SHA-256. A space's entries may hold one, and the answer to the request that sends them does so too. */
    private static final Pattern HASH = Pattern.compile("\\b(?:[0-9a-f]{32}|[0-9a-f]{64})\\b");

    /** Asked at each request, because a test class may be loaded before the suite's server is started. */
    private final Supplier<Server> server;

    private final Map<String, String> headers;

    private Api(Supplier<Server> server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** Returns the first admin of the suite's server. */
    public static Api superAdmin() {
        return withKey(SUPER_ADMIN_KEY);
    }

    /** Returns a caller of the suite's server who sends no credentials. */
    public static Api anonymous() {
        return new Api(Server::suite, Map.of());
    }

    /** Returns a caller of the suite's server who sends this API key. */
    public static Api withKey(String key) {
        return anonymous().with("x-api-key", key);
    }

    /** Returns a caller of another server than the suite's who sends this API key. */
    public static Api withKey(Server server, String key) {
        return new Api(() -> server, Map.of()).with("x-api-key", key);
    }

    /** Returns the same caller with one more header. */
    public Api with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Api(server, more);
    }

    /** Returns a name that no other test has: the prefix and 20 hex digits. */
    public static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    public Answer get(String path) {
        return call("GET", path);
    }

    public Answer post(String path, Map<String, ?> fields) {
        return call("POST", path, json(fields));
    }

    public Answer put(String path, Map<String, ?> fields) {
        return call("PUT", path, json(fields));
    }

    public Answer delete(String path) {
        return call("DELETE", path);
    }

    public Answer call(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    public Answer call(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json), json);
    }

    public Answer send(String method, String path, BodyPublisher body) {
        return send(method, path, body, "");
    }

    private Answer send(String method, String path, BodyPublisher body, String sent) {
        HttpRequest.Builder request = server.get().request(path).method(method, body);
        headers.forEach(request::setHeader);
        Answer answer = new Answer(method, server.get().send(request));
        answer.check(sent);
        return answer;
    }

    private static String json(Map<String, ?> fields) {
        return Json.createObjectBuilder(fields).build().toString();
    }

    /** An answer and the method of its request. */
    public record Answer(String method, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** Fails with the whole answer if its status is another. */
        public Answer is(int status) {
            assertThat(status()).as("%s %s: %s", method, response.uri(), body()).isEqualTo(status);
            return this;
        }

        /** Asserts that the answer is 422 and names exactly these fields, each with a reason. */
        public Answer refuses(String... fields) {
            is(422);
            JsonObject errors = json().getJsonObject("errors");
            assertThat(errors.keySet())
                    .as("%s %s: %s", method, response.uri(), body())
                    .containsExactlyInAnyOrder(fields);
            errors.values().forEach(reasons -> assertThat(reasons.asJsonArray()).isNotEmpty());
            return this;
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonObject json() {
            return structure().asJsonObject();
        }

        public JsonStructure structure() {
            try (JsonReader reader = Json.createReader(new StringReader(body()))) {
                return reader.read();
            }
        }

        /** Returns the error's message. Asserts that the error has no other members than it and "errors". */
        public String message() {
            assertThat(json().keySet()).contains("message").isSubsetOf("message", "errors");
            return json().getString("message");
        }

        private void check(String sent) {
            assertThat(status()).as("%s %s: %s", method, response.uri(), body()).isLessThan(500);
            assertThat(status() / 100).as("a redirect").isNotEqualTo(3);
            assertThat(response.headers().map().keySet())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .noneMatch(name -> name.startsWith("access-control-"))
                    .doesNotContain("set-cookie", "server", "x-powered-by", "location");
            assertThat(header("Cache-Control")).isEqualTo("no-store");
            assertThat(body()).doesNotContain("Exception", "sipprovisioning.");
            if (!"application/xml".equals(header("Content-Type"))) {
                assertThat(body()).doesNotContain("\"ha1\":");
                assertThat(HASH.matcher(body()).results())
                        .extracting(MatchResult::group)
                        .allMatch(sent::contains);
            }
            if (status() >= 400 && !"HEAD".equals(method)) {
                assertThat(header("Content-Type")).isEqualTo("application/json");
                assertThat(message()).isNotBlank();
            }
        }
    }
}
