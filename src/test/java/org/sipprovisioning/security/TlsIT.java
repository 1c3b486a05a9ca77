package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.spaceFields;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.KeyStores;
import org.sipprovisioning.it.KeyStores.Store;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.ServerProcess;
import org.sipprovisioning.security.jwt.HttpsSite;
import org.sipprovisioning.security.jwt.Issuer;

/**
 * Tests what needs TLS, on this server or on another one: the certificates of devices, and an issuer that publishes its
 * keys.
 */
@InServer
@EnabledIfSystemProperty(named = "it.database", matches = "MARIADB") // Slow, and the database does not matter
class TlsIT {
    private static final String KEY = "key-of-the-tls-test";
    private static final String ONE = "one.example.net";
    private static final String TWO = "two.example.net";
    private static final String ISSUING = "issuing.example.net";
    private static final String ME = "/provisioning/me";

    @TempDir
    static Path directory;

    private static Store server;
    private static Store ofOne;
    private static Store ofTwo;
    private static Store ofNobody;
    private static HttpsSite site;
    private static ServerProcess process;
    private static Api admin;

    @BeforeAll
    static void start() {
        server = KeyStores.selfSigned(directory, "localhost");
        ofOne = KeyStores.authority(directory, "of-one");
        ofTwo = KeyStores.authority(directory, "of-two");
        ofNobody = KeyStores.authority(directory, "of-nobody");
        site = HttpsSite.start(directory.resolve("site"));
        Store trusted = KeyStores.trusting(directory, "trusted", ofOne, ofTwo, ofNobody);
        Map<String, String> environment = new HashMap<>(Database.another("tls"));
        environment.put("PROVISIONING_ADMIN_API_KEY", KEY);
        environment.put("PROVISIONING_OIDC_ALLOW_PRIVATE", "true");
        environment.put("TLS_KEYSTORE", server.file().toString());
        environment.put("TLS_TRUSTSTORE", trusted.file().toString());
        environment.put("TLS_PASSWORD", KeyStores.PASSWORD);
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + site.store().file() + " -Djavax.net.ssl.trustStorePassword="
                        + KeyStores.PASSWORD);
        process = ServerProcess.startWithTls(directory.resolve("server"), environment);
        admin = Api.withKey(process.server(), KEY);
        space(ONE, Json.createObjectBuilder().add("client_certificate_ca", ofOne.pem()));
        space(TWO, Json.createObjectBuilder().add("client_certificate_ca", ofTwo.pem()));
        for (String user : List.of("alice", "bob")) {
            account(user, user.equals("alice") ? ONE : TWO);
        }
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.close();
        }
        site.close();
    }

    @Test
    void deviceGetsItsDocument() {
        assertDocument(signed(ofOne, "alice", "CN=alice@" + ONE), "sip:alice@" + ONE);
        assertDocument(
                signed(ofTwo, "bob", "CN=phone 7", "-ext", "san=uri:sip:bob@" + TWO, "-ext", "eku=clientAuth"),
                "sip:bob@" + TWO);
    }

    /** Whoever holds the device of an admin is no administrator. */
    @Test
    void deviceOfAnAdminIsNoAdmin() {
        Fixtures.account(admin, Map.of("username", "boss", "domain", ONE, "admin", true, "activated", true));
        Store device = signed(ofOne, "boss", "CN=boss@" + ONE);

        assertDocument(device, "sip:boss@" + ONE);
        assertThat(get(Optional.of(device), "/api/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void certificateOfAnotherAuthorityProvesNobody() {
        assertUnknown(signed(ofNobody, "nobody", "CN=alice@" + ONE));
        assertUnknown(signed(ofTwo, "other-space", "CN=alice@" + ONE));
        assertUnknown(signed(ofOne, "other-account", "CN=bob@" + TWO));
        assertUnknown(signed(ofOne, "no-account", "CN=nobody@" + ONE));
    }

    /** Some servers refuse such a certificate in the TLS handshake. */
    @Test
    void certificateThatTheServerKnowsForNoneProvesNobody() {
        Store stranger = KeyStores.authority(directory, "stranger");

        assertRefused(signed(stranger, "strange", "CN=alice@" + ONE));
        assertRefused(signed(ofOne, "expired", "CN=alice@" + ONE, "-startdate", "-10d", "-validity", "5"));
        assertRefused(signed(ofOne, "for-servers", "CN=alice@" + ONE, "-ext", "eku=serverAuth"));
    }

    @Test
    void nobodyNeedsOne() {
        HttpResponse<String> anonymous = get(Optional.empty(), ME);

        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().allValues("WWW-Authenticate"))
                .hasSize(1)
                .allMatch(challenge -> challenge.startsWith("Digest "));
        assertThat(get(Optional.empty(), "/provisioning").statusCode()).isEqualTo(200);
        assertThat(process.server().get("/provisioning").statusCode()).isEqualTo(200);
        assertThat(process.server().get(ME).statusCode()).isEqualTo(401);
    }

    /**
     * A key or an Authorization header has priority over a certificate: a client sends it on purpose, while the
     * certificate belongs to the connection.
     */
    @Test
    void certificateIsLookedAtOnlyWithoutAnythingElse() {
        Store alice = signed(ofOne, "alice-too", "CN=alice@" + ONE);

        assertThat(send(Optional.of(alice), request(ME).header("x-api-key", "wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void keysAreFetchedOnceAndAgainForANewOne() {
        Issuer first = Issuer.withEcKey("https://login.example.net/", "first");
        Issuer second = Issuer.withEcKey("https://login.example.net/", "second");
        AtomicInteger fetches = new AtomicInteger();
        site.answer(exchange -> {
            fetches.incrementAndGet();
            byte[] set = new JWKSet(first.key()).toPublicJWKSet().toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        space(
                ISSUING,
                Json.createObjectBuilder()
                        .add(
                                "oidc",
                                Json.createObjectBuilder()
                                        .add("issuer", first.url())
                                        .add("audience", Issuer.AUDIENCE)
                                        .add("jwks_url", site.uri("/keys").toString())));
        account("carol", ISSUING);

        List<Integer> answers = Race.run(
                8, () -> withToken(first.tokenFor("sip:carol@" + ISSUING)).statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(fetches).hasValue(1);
        HttpResponse<String> refused = withToken(second.tokenFor("sip:carol@" + ISSUING));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
        assertThat(fetches).hasValue(1); // The keys are not fetched again within a minute
    }

    @Test
    void keysThatCannotBeHadAreToldOnce() {
        Issuer issuer = Issuer.withEcKey("https://broken.example.net/", "one");
        String domain = "broken.example.net";
        space(
                domain,
                Json.createObjectBuilder()
                        .add(
                                "oidc",
                                Json.createObjectBuilder()
                                        .add("issuer", issuer.url())
                                        .add("audience", Issuer.AUDIENCE)
                                        .add("jwks_url", "https://localhost:1/no-keys")));
        account("dave", domain);
        String token = issuer.tokenFor("sip:dave@" + domain);

        assertThat(withToken(token).statusCode()).isEqualTo(401);
        assertThat(withToken(token).statusCode()).isEqualTo(401);
        assertThat(process.console().lines().filter(line -> line.contains("localhost:1/no-keys")))
                .hasSize(1);
        assertThat(process.console()).doesNotContain(token, KEY);
    }

    private static Store signed(Store authority, String name, String subject, String... options) {
        return KeyStores.signedBy(authority, directory, name, subject, options);
    }

    private static void assertDocument(Store client, String address) {
        HttpResponse<String> answer = get(Optional.of(client), ME);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(address);
    }

    private static void assertUnknown(Store client) {
        HttpResponse<String> answer = get(Optional.of(client), ME);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    }

    private static void assertRefused(Store client) {
        try {
            assertUnknown(client);
        } catch (UncheckedIOException e) {
            assertThat(e.getCause()).isInstanceOfAny(SSLException.class, IOException.class);
        }
    }

    private static HttpResponse<String> withToken(String token) {
        return process.server()
                .send(process.server()
                        .request(ME)
                        .header("From", "sip:carol@" + ISSUING)
                        .header("Authorization", "Bearer " + token));
    }

    private static void space(String domain, JsonObjectBuilder more) {
        admin.post("/api/spaces", spaceFields(domain).addAll(more).build()).is(200);
    }

    private static void account(String username, String domain) {
        Fixtures.account(admin, Map.of("username", username, "domain", domain));
    }

    private static HttpResponse<String> get(Optional<Store> client, String path) {
        return send(client, request(path));
    }

    private static HttpRequest.Builder request(String path) {
        URI uri = process.tlsUri(path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> send(Optional<Store> client, HttpRequest.Builder request) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(KeyStores.context(server, client))
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
