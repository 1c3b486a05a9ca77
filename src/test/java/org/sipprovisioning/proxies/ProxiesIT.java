package org.sipprovisioning.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests the examples for proxies: each runs in front of one server, from Debian's package. Clients have addresses of
 * their own below 127.0.0.0/8, so that the address that the server sees can be checked.
 */
@Tag("proxies")
class ProxiesIT {
    private static final String KEY = "key-of-the-proxies-test";
    private static final String ACCOUNTS = "GET /api/accounts?per_page=1";
    private static final int FAILED_LOGINS = 5;
    private static final int MIB = 1 << 20;
    /** An address that no client here has. */
    private static final String FORGED = "198.51.100.7";

    @TempDir
    static Path directory;

    private static final Map<ProxyKind, ReverseProxy> PROXIES = new EnumMap<>(ProxyKind.class);
    private static ServerProcess process;
    private static Api admin;

    @BeforeAll
    static void start() {
        process = ServerProcess.start(
                directory,
                Map.of(
                        "PROVISIONING_ADMIN_API_KEY",
                        KEY,
                        "PROVISIONING_TRUSTED_PROXIES",
                        "127.0.0.1",
                        "PROVISIONING_ALLOWED_HOSTS",
                        ReverseProxy.HOST,
                        "PROVISIONING_LIMIT_FAILED_LOGINS",
                        Integer.toString(FAILED_LOGINS)));
        admin = Api.withKey(process.server(), KEY);
        for (ProxyKind kind : ProxyKind.values()) {
            PROXIES.put(kind, ReverseProxy.start(kind, process.server().port()));
        }
    }

    @AfterAll
    static void stop() {
        PROXIES.values().forEach(ReverseProxy::close);
        if (process != null) {
            process.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void urlsAreThoseOfTheProxy(ProxyKind kind) {
        String origin = "https://" + ReverseProxy.HOST + ":" + PROXIES.get(kind).port();
        TestAccount account = Fixtures.account(admin);
        Answer made = send(
                kind,
                json("POST /api/accounts", Fixtures.accountFields().build().toString(), key(KEY)));
        Answer document = send(kind, request("GET /provisioning/" + account.token(), "Accept-Encoding: gzip, br\r\n"));

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.text()).contains("\"" + origin + "/provisioning/");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Encoding")).isNull();
        assertThat(document.header("Content-Length")).isEqualTo(Integer.toString(document.body().length));
        assertThat(PhoneConfig.read(document.body()).value("misc", "contacts-vcard-list"))
                .isEqualTo(origin + "/contacts/vcard");
        assertThat(PhoneConfig.read(document.body()).value("misc", "config-uri"))
                .isEqualTo(origin + "/provisioning/me");
    }

    /** A forged header changes no URL, neither by its value nor by taking the proxy's own one away. */
    @ParameterizedTest
    @EnumSource
    void forgedHeadersChangeNoUrl(ProxyKind kind) {
        byte[] document = send(kind, request("GET /provisioning")).body();

        for (String forgery : Forgeries.of(FORGED)) {
            Answer answer = send(kind, request("GET /provisioning", forgery));
            assertThat(answer.status()).as(forgery).isEqualTo(200);
            assertThat(answer.body()).as(forgery).isEqualTo(document);
        }
        assertThat(process.console()).doesNotContain("provisioning.proxy-headers");
    }

    @ParameterizedTest
    @EnumSource
    void keyWorksFromItsAddressOnly(ProxyKind kind) {
        String own = address();
        String ofOwn = boundKey(own);
        String ofProxy = boundKey("127.0.0.1");

        assertThat(send(kind, own, request(ACCOUNTS, key(ofOwn))).status()).isEqualTo(200);
        for (String forgery : Forgeries.of(own)) {
            assertThat(send(kind, address(), request(ACCOUNTS, key(ofOwn), forgery))
                            .status())
                    .as(forgery)
                    .isEqualTo(401);
            assertThat(send(kind, own, request(ACCOUNTS, key(ofOwn), forgery.replace(own, FORGED)))
                            .status())
                    .as(forgery)
                    .isEqualTo(200);
        }
        for (String forgery : Forgeries.of("127.0.0.1")) {
            assertThat(send(kind, address(), request(ACCOUNTS, key(ofProxy), forgery))
                            .status())
                    .as(forgery)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void limitsAndTrailAreOfTheTrueAddress(ProxyKind kind) {
        String guesser = address();
        List<String> forgeries = Forgeries.of(FORGED);

        List<Integer> statuses = forgeries.stream()
                .map(forgery -> send(kind, guesser, request(ACCOUNTS, key("wrong"), forgery))
                        .status())
                .toList();

        assertThat(statuses.subList(0, FAILED_LOGINS)).containsOnly(401);
        assertThat(statuses.subList(FAILED_LOGINS, statuses.size())).containsOnly(429);
        assertThat(send(kind, address(), request(ACCOUNTS, key("wrong"))).status())
                .isEqualTo(401);
        assertThat(admin.get("/api/audit?event=login&per_page=200").body())
                .contains("\"address\":\"" + guesser + "\"")
                .doesNotContain(FORGED);
    }

    /** The server cannot tell who has written a header, so it must get only those that the proxy has written. */
    @ParameterizedTest
    @EnumSource
    void serverGetsNoWordOfTheClient(ProxyKind kind) throws IOException {
        try (RecordingServer server = new RecordingServer();
                ReverseProxy proxy = ReverseProxy.start(kind, server.port())) {
            for (String forgery : Forgeries.of(FORGED)) {
                String from = address();
                proxy.client().from(from).send(request("GET /", forgery));

                assertThat(server.lastHeaders())
                        .as(forgery)
                        .doesNotContainKeys("Forwarded", "X-forwarded-host")
                        .containsEntry("X-forwarded-for", List.of(from))
                        .containsEntry("X-forwarded-port", List.of(Integer.toString(proxy.port())))
                        .containsEntry("X-forwarded-proto", List.of("https"));
            }
        }
    }

    /** Java's HttpClient and curl ask for an upgrade in a request with a body. */
    @ParameterizedTest
    @EnumSource
    void upgradeIsDropped(ProxyKind kind) throws IOException {
        try (RecordingServer server = new RecordingServer();
                ReverseProxy proxy = ReverseProxy.start(kind, server.port())) {
            for (String protocol : List.of("h2c", "websocket", "x/1")) {
                String upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: " + protocol
                        + "\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n";
                String account = Fixtures.accountFields().build().toString();

                proxy.client().send(json("POST /", account, upgrade));
                assertThat(server.lastHeaders())
                        .doesNotContainKeys("Upgrade", "Http2-settings")
                        .allSatisfy(
                                (name, values) -> assertThat(values.toString().toLowerCase(Locale.ROOT))
                                        .doesNotContain("upgrade"));
                Answer answer = send(kind, json("POST /api/accounts", account, key(KEY), upgrade));
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void largeBodiesAreRefused(ProxyKind kind) {
        assertThat(sendLarge(kind, "POST /api/accounts", 2 * MIB).status()).isEqualTo(413);
        assertThat(sendLarge(kind, "POST /api/spaces", 20 * MIB).status()).isEqualTo(413);
        assertThat(send(kind, json("POST /api/spaces", "{" + " ".repeat(2 * MIB), key(KEY)))
                        .status())
                .isEqualTo(400);
    }

    /** HAProxy closes the connection without reading the rest of the header, and its answer may then be lost. */
    @ParameterizedTest
    @EnumSource
    void largeHeadersAreRefused(ProxyKind kind) {
        String large = request("GET /provisioning", "X-Large: " + "x".repeat(40_000) + "\r\n");
        try {
            assertThat(send(kind, large).status()).isIn(400, 431);
        } catch (UncheckedIOException closed) {
            assertThat(kind).isEqualTo(ProxyKind.HAPROXY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokenIsInNoLog(ProxyKind kind) {
        ReverseProxy proxy = PROXIES.get(kind);
        String token = Fixtures.account(admin).token();
        for (String line : linesWith(token)) {
            send(kind, request(line, key(KEY)));
        }
        assertThat(send(kind, request("GET /api/ping?last", key(KEY))).status()).isEqualTo(200);

        Poll.until(Duration.ofSeconds(10), () -> assertThat(proxy.logs()).contains("/api/ping"));
        assertThat(proxy.logs()).contains("127.0.0.1").doesNotContain(token, KEY);
    }

    @ParameterizedTest
    @EnumSource
    void tokenIsInNoLogWhileTheServerIsAway(ProxyKind kind) {
        try (ReverseProxy proxy = ReverseProxy.start(kind, ServerProcess.freePort())) {
            String token = Fixtures.account(admin).token();
            Answer away = proxy.client().send(request("GET /provisioning/" + token, key(KEY)));
            for (String line : linesWith(token)) {
                proxy.client().send(request(line, key(KEY)));
            }
            proxy.client().send(request("GET /api/ping?last", key(KEY)));

            assertThat(away.status()).isIn(502, 503);
            Poll.until(Duration.ofSeconds(10), () -> assertThat(proxy.logs()).contains("/api/ping"));
            assertThat(proxy.logs()).doesNotContain(token, KEY);
        }
    }

    /** A request whose answer is lost may have used its token, so that its repetition would get 404. */
    @ParameterizedTest
    @EnumSource
    void requestWithoutAnAnswerIsNotRepeated(ProxyKind kind) throws IOException {
        try (RecordingServer server = new RecordingServer();
                ReverseProxy proxy = ReverseProxy.start(kind, server.port())) {
            String token = Api.unique("token-");
            proxy.client().send(request("GET /"));
            proxy.client().send(request("GET /"));

            Answer lost = proxy.client().send(request("GET /provisioning/" + token));

            assertThat(lost.status()).isIn(502, 503);
            assertThat(server.requests()).isEqualTo(3);
            assertThat(proxy.logs()).doesNotContain(token);
        }
    }

    @ParameterizedTest
    @EnumSource
    void restartLosesNoToken(ProxyKind kind) {
        ReverseProxy proxy = PROXIES.get(kind);
        TokenLoad load = new TokenLoad(proxy.client(), Phone.at(process.server()))
                .start(Stream.generate(() -> Fixtures.account(admin)).limit(4));

        load.awaitUsed(12);
        proxy.reload();
        load.awaitUsed(12);
        proxy.stop();
        load.awaitRepeated(4);
        proxy.start();
        load.awaitUsed(12);
        load.end();
    }

    private static List<String> linesWith(String token) {
        return List.of(
                "HEAD /provisioning/" + token,
                "GET /provisioning/qrcode/" + token,
                "GET /provisioning/auth_token/" + token,
                "GET /provisioning/" + token + "?reset_password",
                "GET /provisioning/" + token,
                "GET //provisioning//" + token,
                "GET /PROVISIONING/" + token,
                "GET /%70rovisioning/" + token,
                "GET /provisioning%2F" + token,
                "GET /provisioning/" + token + "%zz",
                "GET /%70rovisioning/" + token + "%zz",
                "GET /provisioning/" + token + "%00",
                "GET /provisioning/" + token + "/../../../..",
                "GET /x/../provisioning/" + token,
                "GET /provisioning/" + token + "\u00ff",
                "GET /provisioning/" + token + " x",
                "GET https://" + ReverseProxy.HOST + "/provisioning/" + token,
                "PUT /provisioning/" + token,
                "BREW /provisioning/" + token,
                "POST /api/accounts/auth_token/" + token + "/attach",
                "GET /api/accounts/me/api_key/" + token);
    }

    /**
     * Announces a body. Sends it to Apache httpd only, which answers when it has read it. The others answer at once, and
     * some close the connection then.
     */
    private static Answer sendLarge(ProxyKind kind, String line, int length) {
        String whole = json(line, " ".repeat(length), key(KEY));
        return send(kind, kind == ProxyKind.APACHE ? whole : whole.stripTrailing() + "\r\n\r\n");
    }

    private static String boundKey(String address) {
        return admin.post(
                        "/api/keys",
                        Json.createObjectBuilder()
                                .add("name", "bound")
                                .add("ips", Json.createArrayBuilder(List.of(address)))
                                .build())
                .is(201)
                .json()
                .getString("key");
    }

    private static Answer send(ProxyKind kind, String request) {
        return send(kind, "127.0.0.1", request);
    }

    private static Answer send(ProxyKind kind, String from, String request) {
        RawHttp client = PROXIES.get(kind).client();
        return client.from(from).send(request);
    }

    private static String key(String key) {
        return "x-api-key: " + key + "\r\n";
    }

    private static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: " + ReverseProxy.HOST + "\r\n" + String.join("", headers)
                + "Connection: close\r\n\r\n";
    }

    private static String json(String line, String body, String... headers) {
        String head = request(line, headers);
        return head.substring(0, head.length() - 2) + "Content-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** Returns an address that no other test has. */
    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "127.%d.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(256), random.nextInt(1, 255));
    }
}
