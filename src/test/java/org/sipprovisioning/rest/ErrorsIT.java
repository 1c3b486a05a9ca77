package org.sipprovisioning.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.externalFields;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.spaceFields;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;

/** Tests what every route that reads a body refuses in the same way, and unknown paths and methods. */
@InServer
class ErrorsIT {
    private static final int MEBIBYTE = 1 << 20;

    /** Texts that cannot be stored: first one of each kind, then further ones. */
    private static final List<String> UNSTORABLE = List.of(
            "\\u0000",
            "\\n",
            "\\ufffe",
            "\\ud800",
            "\u00ff",
            "\u00ed\u00a0\u0080",
            "\\u0001",
            "\\t",
            "\\r",
            "\\u001f",
            "\\u007f",
            "\u007f",
            "\\uffff",
            "\u00ef\u00bf\u00be",
            "\\udc00",
            "\\udc00\\ud800",
            "\u00c3",
            "\u00c0\u0080",
            "\u00f5\u0080\u0080\u0080",
            "\u0080");

    private static final Api ADMIN = Api.superAdmin();
    private static final Api JSON = ADMIN.with("Content-Type", "application/json");

    private static String account;
    private static String space;

    /** A request whose body is valid. */
    private record Route(String method, String path, JsonObject good) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void targets() {
        account = account().path();
        space = "/api/spaces/" + space();
    }

    static Stream<Route> routes() {
        return Stream.of(
                new Route("POST", "/api/accounts", accountFields().build()),
                new Route("PUT", account, accountFields().build()),
                new Route("POST", account + "/external", externalFields()),
                new Route(
                        "POST",
                        "/api/spaces",
                        spaceFields(Api.unique("s-") + ".example.net").build()),
                new Route(
                        "PUT",
                        space,
                        Json.createObjectBuilder().add("name", "n").build()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void bodyThatIsNoJson(Route route) {
        String good = route.good().toString();
        for (String bad : List.of(
                "",
                " ",
                "{",
                "}",
                "username=a",
                "{username:\"a\"}",
                "{'username':'a'}",
                good.substring(1),
                good.substring(0, good.length() - 1),
                good + "}",
                good + good,
                good + ",",
                good.replaceFirst("}$", ",}"),
                "\uFEFF" + good,
                "{\"x\":\"\n\"}",
                "{\"x\":\"\\x\"}",
                "{\"x\":01}",
                "{\"x\":NaN}",
                "{\"x\":tru}",
                "<a/>")) {
            ADMIN.call(route.method(), route.path(), bad).is(400);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void bodyThatIsNoObject(Route route) {
        for (String bad : List.of("[]", "null", "\"x\"", "1", "true", "[" + route.good() + "]")) {
            ADMIN.call(route.method(), route.path(), bad).is(400);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void keyThatStandsTwice(Route route) {
        String good = route.good().toString();
        for (String twice : List.of("\"x\":1,\"x\":1", "\"x\":{\"a\":1,\"a\":2}", "\"x\":1,\"\\u0078\":2")) {
            ADMIN.call(route.method(), route.path(), good.replaceFirst("}$", "," + twice.replace("\\", "\\\\") + "}"))
                    .is(400);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void bodyThatIsTooMuchForAParser(Route route) {
        for (String bad : List.of(
                "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"x\":" + "{\"x\":".repeat(100_000) + "1" + "}".repeat(100_001),
                "{\"x\":" + "9".repeat(100_000) + "}",
                "{\"x\":1e99999999999}",
                "{\"x\":-1.5e-99999999999}")) {
            ADMIN.call(route.method(), route.path(), bad).is(400);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void bodyThatIsNotSaidToBeJson(Route route) {
        BodyPublisher good = BodyPublishers.ofString(route.good().toString());
        ADMIN.send(route.method(), route.path(), good).is(415);
        ADMIN.send(route.method(), route.path(), BodyPublishers.noBody()).is(415);
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/xml",
                "text/json",
                "application/jsonp")) {
            ADMIN.with("Content-Type", type)
                    .send(route.method(), route.path(), good)
                    .is(415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "/", "application/", "application/json; charset"})
    void contentTypeThatIsNone(String type) {
        ADMIN.with("Content-Type", type)
                .send("POST", "/api/accounts", body(accountFields().build()))
                .is(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "APPLICATION/JSON; charset=utf-8"})
    void contentTypesOfJson(String type) {
        ADMIN.with("Content-Type", type)
                .send("POST", "/api/accounts", body(accountFields().build()))
                .is(200);
    }

    /**
     * The headers are as long as a server accepts them. A pattern with backtracking would take a stack frame for each
     * character.
     */
    @Test
    void longContentTypesOfJson() {
        for (String parameter : List.of(";".repeat(7_000), ";a=\"" + "x".repeat(7_000) + '"')) {
            ADMIN.with("Content-Type", "application/json" + parameter)
                    .send("POST", "/api/accounts", body(accountFields().build()))
                    .is(200);
        }
    }

    @Test
    void bodyOfOneMebibyteIsReadAndAByteMoreIsNot() {
        byte[] good = padded(accountFields().build(), MEBIBYTE);
        byte[] tooLarge = padded(accountFields().build(), MEBIBYTE + 1);

        JSON.send("POST", "/api/accounts", BodyPublishers.ofByteArray(good)).is(200);
        JSON.send("POST", "/api/accounts", BodyPublishers.ofByteArray(tooLarge)).is(413);
        JSON.send("POST", "/api/accounts", chunked(padded(accountFields().build(), MEBIBYTE)))
                .is(200);
        JSON.send("POST", "/api/accounts", chunked(tooLarge)).is(413);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void bodyFarTooLarge(Route route) {
        int size = route.path().startsWith("/api/spaces") ? 17 * MEBIBYTE : 2 * MEBIBYTE;
        byte[] tooLarge = padded(route.good(), size);

        JSON.send(route.method(), route.path(), BodyPublishers.ofByteArray(tooLarge))
                .is(413);
        JSON.send(route.method(), route.path(), chunked(tooLarge)).is(413);
    }

    static Stream<String> textsOfAccounts() {
        return Stream.of("username", "password", "domain", "display_name", "email", "phone", "dtmf_protocol");
    }

    static Stream<String> textsOfExternalAccounts() {
        return Stream.of(
                "username", "domain", "password", "protocol", "realm", "registrar", "outbound_proxy", "algorithm");
    }

    static Stream<String> textsOfSpaces() {
        return Stream.of(
                "domain", "host", "name", "realm", "algorithm", "account_proxy_registrar_address", "expire_at");
    }

    @ParameterizedTest
    @MethodSource("textsOfAccounts")
    void unstorableCharactersInAnAccount(String field) {
        refusesUnstorable("POST", "/api/accounts", accountFields().build(), field);
    }

    @ParameterizedTest
    @MethodSource("textsOfExternalAccounts")
    void unstorableCharactersInAnExternalAccount(String field) {
        refusesUnstorable("POST", account + "/external", externalFields(), field);
    }

    @ParameterizedTest
    @MethodSource("textsOfSpaces")
    void unstorableCharactersInASpace(String field) {
        refusesUnstorable(
                "POST",
                "/api/spaces",
                spaceFields(Api.unique("s-") + ".example.net").build(),
                field);
    }

    /**
     * Sends each character escaped and as it is: characters that JSON allows and the application does not, and bytes
     * that are not UTF-8.
     */
    private static void refusesUnstorable(String method, String path, JsonObject good, String field) {
        Map<String, Object> others = new TreeMap<>(good);
        others.remove(field);
        String rest = Json.createObjectBuilder(others).build().toString().substring(1);
        String separator = others.isEmpty() ? "" : ",";
        for (String bad : "display_name".equals(field) ? UNSTORABLE : UNSTORABLE.subList(0, 6)) {
            String body = "{\"" + field + "\":\"abcdef" + bad + "g\"" + separator + rest;
            JSON.send(method, path, BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)))
                    .refuses(field);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/accounts,'GET,POST'",
        "DELETE,/api/accounts,'GET,POST'",
        "PATCH,/api/accounts/1,'GET,PUT,DELETE'",
        "POST,/api/accounts/1,'GET,PUT,DELETE'",
        "GET,/api/accounts/1/block,POST",
        "HEAD,/api/accounts/1/block,POST",
        "DELETE,/api/accounts/1/activate,POST",
        "PUT,/api/accounts/1/provision,'GET,POST'",
        "HEAD,/api/accounts/1/provision,'GET,POST'",
        "PUT,/api/accounts/1/external,'GET,POST,DELETE'",
        "POST,/api/accounts/a@b/search,GET",
        "PUT,/api/spaces,'GET,POST'",
        "DELETE,/api/spaces,'GET,POST'",
        "POST,/api/spaces/sip.example.org,'GET,PUT,DELETE'",
        "POST,/api/ping,GET",
        "DELETE,/api/health,GET",
        "FOO,/api/accounts,'GET,POST'"
    })
    void methodThatThePathHasNot(String method, String path, String allowed) {
        Api.Answer answer = ADMIN.call(method, path).is(405);

        List<String> allow = List.of(answer.header("Allow").split(", "));
        assertThat(allow).contains(allowed.split(",")).doesNotContain(method);
        assertThat(allow)
                .allMatch(
                        name -> List.of((allowed + ",HEAD,OPTIONS").split(",")).contains(name));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "it.server",
            matches = "openliberty",
            disabledReason = "It makes GET of it before it asks any application")
    void methodInLowerCaseIsAnother() {
        assertThat(ADMIN.call("get", "/api/accounts").is(405).header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/accounts/1/nothing",
                "/api/accounts/1/2/3/4",
                "/api/accounts/0",
                "/api/accounts/-1",
                "/api/accounts/x",
                "/api/accounts/1x",
                "/api/accounts/1.0",
                "/api/accounts/9223372036854775807",
                "/api/accounts/9223372036854775808",
                "/api/accounts/99999999999999999999999999",
                "/api/accounts/x/external",
                "/api/accounts/x/provision",
                "/api/accounts/9223372036854775807/provision",
                "/api/accounts/9223372036854775807/external",
                "/api/spaces/no.such.example",
                "/api/spaces/x%20y",
                "/api/application.wadl",
                "/error"
            })
    void nothingThere(String path) {
        ADMIN.get(path).is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activate", "deactivate", "block", "unblock", "provision"})
    void actionOnNothing(String action) {
        for (String id : List.of("0", "x", "9223372036854775807", "99999999999999999999")) {
            ADMIN.call("POST", "/api/accounts/" + id + "/" + action).is(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/accounts", "/api/accounts/1/provision", "/api/accounts/1/block", "/api/spaces"})
    void optionsAreToldAndNothingElse(String path) {
        for (Api caller : List.of(ADMIN, Api.anonymous())) {
            Api.Answer answer = caller.with("Origin", "https://elsewhere.example")
                    .with("Access-Control-Request-Method", "POST")
                    .call("OPTIONS", path);

            assertThat(answer.is(204).header("Allow")).contains("OPTIONS");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void headAnswersAsGetWithoutBody() {
        Api.Answer get = ADMIN.get(account).is(200);
        Api.Answer head = ADMIN.call("HEAD", account).is(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/png;q=0", "*/*;q=0", "text/html;q=x"})
    void anyAcceptGetsTheAnswer(String accept) {
        Api picky = ADMIN.with("Accept", accept);

        assertThat(picky.get(account).is(200).header("Content-Type")).isEqualTo("application/json");
        picky.get("/api/nothing").is(404);
    }

    @Test
    void pingAnswersEveryone() {
        assertThat(Api.anonymous().get("/api/ping").is(200).body()).isEqualTo("pong");
    }

    private static BodyPublisher body(JsonObject json) {
        return BodyPublishers.ofString(json.toString());
    }

    /** Returns a body that is sent without a Content-Length. */
    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    /** Returns the JSON object with white space up to this size in bytes. */
    private static byte[] padded(JsonObject json, int size) {
        byte[] text = json.toString().getBytes(UTF_8);
        byte[] padded = new byte[size];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(text, 0, padded, 0, text.length);
        return padded;
    }
}
