package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.it.KeyStores;
import org.sipprovisioning.it.KeyStores.Store;

class ClientCertificateTest {
    private static final SipAddress ALICE = new SipAddress("alice", "example.org");
    private static final String CN = "CN=alice@example.org";

    @TempDir
    static Path directory;

    private static Store ours;
    private static Store others;

    @BeforeAll
    static void authorities() {
        ours = KeyStores.authority(directory, "ours");
        others = KeyStores.authority(directory, "others");
    }

    @Test
    void isOfWhomeverHasIssuedIt() {
        ClientCertificate certificate = certificate("plain", CN);

        assertThat(isOurs(certificate)).isTrue();
        assertThat(certificate.isIssuedBy(others.chain())).isFalse();
        assertThat(certificate.isIssuedBy(List.of())).isFalse();
        assertThat(certificate.isIssuedBy(
                        List.of(others.chain().get(0), ours.chain().get(0))))
                .isTrue();
    }

    @Test
    void lastsAsLongAsItSays() {
        assertThat(isOurs(certificate("expired", CN, "-startdate", "-10d", "-validity", "5")))
                .isFalse();
        assertThat(isOurs(certificate("early", CN, "-startdate", "+1d", "-validity", "5")))
                .isFalse();
    }

    @Test
    void isToLogInWithIfItSaysWhatFor() {
        assertThat(isOurs(certificate("client", CN, "-ext", "eku=clientAuth"))).isTrue();
        assertThat(isOurs(certificate("server", CN, "-ext", "eku=serverAuth"))).isFalse();
        assertThat(isOurs(certificate("both", CN, "-ext", "eku:c=serverAuth,clientAuth")))
                .isTrue();
    }

    @Test
    void authorityItselfIsNoDevice() {
        assertThat(isOurs(new ClientCertificate(ours.chain()))).isFalse();
    }

    @Test
    void signatureIsLookedAt(@TempDir Path elsewhere) {
        Store namesake = KeyStores.authority(elsewhere, "ours");
        Store forged = KeyStores.signedBy(namesake, directory, "forged", CN);

        assertThat(isOurs(new ClientCertificate(forged.chain()))).isFalse();
    }

    @Test
    void intermediateAuthorityIsSentAlong() {
        Store issuing = KeyStores.signedBy(ours, directory, "issuing", "CN=issuing", "-ext", "bc:c");
        Store noAuthority = KeyStores.signedBy(ours, directory, "no-authority", "CN=device");

        assertThat(isOurs(new ClientCertificate(chain("of-issuing", issuing)))).isTrue();
        assertThat(isOurs(new ClientCertificate(chain("of-no-authority", noAuthority))))
                .isFalse();
    }

    @Test
    void namesWhoseItIs() {
        assertThat(named("cn", CN)).contains(ALICE);
        assertThat(named("cn-uri", "CN=\"sip:alice@example.org\", O=Example")).contains(ALICE);
        assertThat(named("cn-nobody", "CN=alice")).isEmpty();
        assertThat(named("no-cn", "O=alice@example.org")).isEmpty();
        assertThat(named("san", "CN=bob@example.org", "-ext", "san=dns:a.example,uri:sip:alice@example.org"))
                .contains(ALICE);
        assertThat(named("san-web", CN, "-ext", "san=uri:https://bob@example.org"))
                .contains(ALICE);
        assertThat(named("san-bad", CN, "-ext", "san=uri:sip:example.org")).isEmpty();
    }

    private static List<X509Certificate> chain(String name, Store issuing) {
        X509Certificate own =
                KeyStores.signedBy(issuing, directory, name, CN).chain().get(0);
        return List.of(own, issuing.chain().get(0));
    }

    private static Optional<SipAddress> named(String name, String subject, String... options) {
        return certificate(name, subject, options).sipAddress();
    }

    private static ClientCertificate certificate(String name, String subject, String... options) {
        return new ClientCertificate(
                KeyStores.signedBy(ours, directory, name, subject, options).chain());
    }

    private static boolean isOurs(ClientCertificate certificate) {
        return certificate.isIssuedBy(List.of(ours.chain().get(0)));
    }
}
