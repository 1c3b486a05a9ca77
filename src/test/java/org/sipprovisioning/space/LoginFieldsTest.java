package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.it.KeyStores;
import org.sipprovisioning.request.Fields;

class LoginFieldsTest {
    private static final String ISSUER = "https://login.example.com/realm";

    private final Space space = SampleSpaces.of("example.org");

    @Test
    void keepsSingleSignOnAsAWhole() throws GeneralSecurityException {
        String pem = ec("secp256r1");

        change(oidc().add("jwks_url", "https://login.example.com/keys?a=b").add("claim", "upn"));
        assertThat(space.logins().singleSignOn().orElseThrow().jwksUrl())
                .contains(URI.create("https://login.example.com/keys?a=b"));
        change(oidc().add("public_key", pem));

        SingleSignOn kept = space.logins().singleSignOn().orElseThrow();
        assertThat(kept.issuer()).isEqualTo(ISSUER);
        assertThat(kept.jwksUrl()).isEmpty();
        assertThat(kept.publicKey()).contains(pem);
        assertThat(kept.claim()).isEmpty();
        assertThat(PublicKeyPem.parse(pem).getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void decidesWhatIsOffered() {
        assertThat(space.logins().offerDigest()).isTrue();
        change(oidc().add("jwks_url", "https://login.example.com/keys"));
        assertThat(space.logins().offerBearer()).isTrue();
        assertThat(space.logins().offerDigest()).isFalse();
        SampleSpaces.change(space, "{'digest_and_bearer':true}");
        assertThat(space.logins().offerDigest()).isTrue();
        SampleSpaces.change(space, "{'oidc':null,'digest_and_bearer':false}");
        assertThat(space.logins().offerBearer()).isFalse();
        assertThat(space.logins().offerDigest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[]", "'x'"})
    void singleSignOnIsAnObject(String value) {
        assertThat(refused(Json.createObjectBuilder(org.sipprovisioning.request.Sent.json("{'oidc':" + value + "}"))))
                .containsExactly("oidc");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(refused(Json.createObjectBuilder().add("oidc", JsonValue.EMPTY_JSON_OBJECT)))
                .containsExactlyInAnyOrder("oidc", "oidc.issuer", "oidc.audience");
        assertThat(refusedOidc(oidc())).containsExactly("oidc");
        assertThat(refusedOidc(oidc().add("jwks_url", "").addNull("public_key")))
                .containsExactly("oidc");
    }

    @Test
    void takesOneSourceOfKeysOnly() throws GeneralSecurityException {
        assertThat(refusedOidc(
                        oidc().add("jwks_url", "https://login.example.com/keys").add("public_key", ec("secp256r1"))))
                .containsExactly("oidc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "/realm", "ftp://login.example.com/", "urn:x:y", "https://", "https:///x", "a b"})
    void issuerIsAUrl(String issuer) {
        assertThat(refusedOidc(
                        oidc().add("jwks_url", "https://login.example.com/keys").add("issuer", issuer)))
                .containsExactly("oidc.issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com/keys",
                "https:login.example.com",
                "https:///keys",
                "login.example.com/keys",
                "https://user@login.example.com/keys",
                "https://login.example.com/keys#one",
                "https://login.example.com:0/keys",
                "https://login.example.com:65536/keys",
                "https://a_b/keys",
                "https://login.example.com/a b",
                "https://2130706433/",
                "https://127.1/",
                "https://0x7f.0.0.1/"
            })
    void keysAreFetchedByHttps(String url) {
        assertThat(refusedOidc(oidc().add("jwks_url", url))).containsExactly("oidc.jwks_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/keys",
                "https://LOCALHOST./keys",
                "https://a.localhost/keys",
                "https://127.0.0.1/keys",
                "https://10.1.2.3:8443/keys",
                "https://169.254.169.254/latest",
                "https://[::1]/keys",
                "https://[::ffff:127.0.0.1]/keys",
                "https://[fd00::1]/keys"
            })
    void keysAreFetchedFromNoPrivateAddressUnlessThatIsAllowed(String url) {
        assertThat(refusedOidc(oidc().add("jwks_url", url))).containsExactly("oidc.jwks_url");
        Fields sent = new Fields(body(oidc().add("jwks_url", url)));
        new LoginFields(sent, true).applyTo(space.logins());
        sent.check();
        assertThat(space.logins().offerBearer()).isTrue();
    }

    @Test
    void publicKeyIsOneAndStrong() throws GeneralSecurityException {
        for (String curve : Set.of("secp256r1", "secp384r1", "secp521r1")) {
            change(oidc().add("public_key", ec(curve).replace("\n", "\r\n")));
        }
        change(oidc().add("public_key", rsa(2048)));
        String good = ec("secp256r1");

        for (String bad : new String[] {
            rsa(1024),
            good + good,
            good.replace("PUBLIC", "PRIVATE"),
            good.replace("-----BEGIN PUBLIC KEY-----", ""),
            good + "more",
            good.replaceFirst("\nM", "\n"),
            pem("PUBLIC KEY", new byte[] {1, 2, 3}),
            pem("PUBLIC KEY", ed25519()),
            "x"
        }) {
            assertThat(refusedOidc(oidc().add("public_key", bad))).as(bad).containsExactly("oidc.public_key");
        }
    }

    @Test
    void certificatesAreThoseOfAuthorities(@TempDir Path directory) throws GeneralSecurityException {
        String one = KeyStores.authority(directory, "one").pem();
        String two = KeyStores.authority(directory, "two").pem();
        String none = KeyStores.selfSigned(directory, "none").pem();
        String field = "client_certificate_ca";

        apply(Json.createObjectBuilder().add(field, one + two).build());
        assertThat(CaCertificates.parse(space.logins().clientCertificateCa().orElseThrow()))
                .hasSize(2);
        apply(Json.createObjectBuilder().add(field, "").build());
        assertThat(space.logins().clientCertificateCa()).isEmpty();

        for (String bad : new String[] {
            none, one + none, one + "x", "x" + one, one.replace("\nM", "\nN"), ec("secp256r1"), "-----BEGIN "
        }) {
            assertThat(refused(Json.createObjectBuilder().add(field, bad))).containsExactly(field);
        }
        assertThat(refused(Json.createObjectBuilder().add(field, one.repeat(200))))
                .containsExactly(field);
    }

    private static JsonObjectBuilder oidc() {
        return Json.createObjectBuilder().add("issuer", ISSUER).add("audience", "phones");
    }

    private static JsonObject body(JsonObjectBuilder oidc) {
        return Json.createObjectBuilder().add("oidc", oidc).build();
    }

    private void change(JsonObjectBuilder oidc) {
        apply(body(oidc));
    }

    private void apply(JsonObject body) {
        Fields sent = new Fields(body);
        new SpaceFields(sent, false).applyTo(space);
        sent.check();
    }

    private Set<String> refusedOidc(JsonObjectBuilder oidc) {
        return refused(Json.createObjectBuilder().add("oidc", oidc));
    }

    private Set<String> refused(JsonObjectBuilder body) {
        return catchThrowableOfType(InvalidInput.class, () -> apply(body.build()))
                .errors()
                .keySet();
    }

    private static String ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return pem("PUBLIC KEY", generator.generateKeyPair().getPublic().getEncoded());
    }

    private static String rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return pem("PUBLIC KEY", generator.generateKeyPair().getPublic().getEncoded());
    }

    private static byte[] ed25519() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }
}
