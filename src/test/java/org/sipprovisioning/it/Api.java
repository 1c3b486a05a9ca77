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

/**
 * Our routes as one caller uses them. Whatever they answer is looked at for what holds of every answer: no server error,
 * no hash but in a phone's document, no header that lets other sites read it, no cookie, errors as JSON of ours.
 */
public final class Api {
    private static final String ADMIN_KEY = System.getenv("PROVISIONING_ADMIN_API_KEY");

    private final Map<String, String> headers;

    private Api(Map<String, String> headers) {
        this.headers = headers;
    }

    /** The first admin. */
    public static Api superAdmin() {
        return withKey(ADMIN_KEY);
    }

    public static Api anonymous() {
        return new Api(Map.of());
    }

    public static Api withKey(String key) {
        return anonymous().with("x-api-key", key);
    }

    /** The same caller, with one more header. */
    public Api with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Api(more);
    }

    /** A name that no other test has. */
    public static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    public Answer get(String path) {
        return call("GET", path);
    }

    public Answer post(String path, JsonObject body) {
        return call("POST", path, body.toString());
    }

    public Answer put(String path, JsonObject body) {
        return call("PUT", path, body.toString());
    }

    public Answer delete(String path) {
        return call("DELETE", path);
    }

    public Answer call(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    public Answer call(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = Server.suite().request(path).method(method, body);
        headers.forEach(request::setHeader);
        Answer answer = new Answer(method, Server.suite().send(request));
        answer.check();
        return answer;
    }

    /** An answer, and what was asked. */
    public record Answer(String method, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** Fails with the whole answer, where the status is another. */
        public Answer is(int status) {
            assertThat(status()).as("%s %s: %s", method, response.uri(), body()).isEqualTo(status);
            return this;
        }

        /** That just these fields are named as wrong, each with a reason. */
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

        /** What every error says, and nothing else. */
        public String message() {
            assertThat(json().keySet()).contains("message").isSubsetOf("message", "errors");
            return json().getString("message");
        }

        private void check() {
            assertThat(status()).as("%s %s: %s", method, response.uri(), body()).isLessThan(500);
            assertThat(status() / 100).as("a redirect").isNotEqualTo(3);
            assertThat(response.headers().map().keySet())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .noneMatch(name -> name.startsWith("access-control-"))
                    .doesNotContain("set-cookie", "server", "x-powered-by", "location");
            assertThat(header("Cache-Control")).isEqualTo("no-store");
            assertThat(body()).doesNotContain("Exception", "sipprovisioning.");
            if (!"application/xml".equals(header("Content-Type"))) {
                assertThat(body()).doesNotContain("\"ha1").doesNotContainPattern("\\b(?:[0-9a-f]{32}|[0-9a-f]{64})\\b");
            }
            if (status() >= 400 && !"HEAD".equals(method)) {
                assertThat(header("Content-Type")).isEqualTo("application/json");
                assertThat(message()).isNotBlank();
            }
        }
    }
}
