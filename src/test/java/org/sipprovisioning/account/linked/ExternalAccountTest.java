package org.sipprovisioning.account.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Sent;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SampleSpaces;

class ExternalAccountTest {

    private static final String NEEDED = "'username':'bob','domain':'ext.example','password':'pw','protocol':";

    private final Account account = SampleAccounts.of(SampleSpaces.of("example.org"), "alice", "{}");

    @ParameterizedTest
    @CsvSource({"UDP,udp", "TCP,tcp", "TLS,tls"})
    void isReachedByItsProtocol(String protocol, String transport) {
        ExternalAccount external = linked("'" + protocol + "','outbound_proxy':'proxy.ext.example:5070'");

        assertThat(external.registrarUri()).isEqualTo("<sip:ext.example;transport=" + transport + ">");
        assertThat(external.outboundProxyUri()).contains("<sip:proxy.ext.example:5070;transport=" + transport + ">");
    }

    @Test
    void anAddressThatNamesATransportWins() {
        ExternalAccount external = linked("'UDP','registrar':'sip:reg.ext.example;transport=tcp'");

        assertThat(external.registrarUri()).isEqualTo("<sip:reg.ext.example;transport=tcp>");
        assertThat(external.outboundProxyUri()).isEmpty();
    }

    @Test
    void hasDefaults() {
        ExternalAccount external = linked("'TLS'");

        assertThat(external.realm()).isEqualTo("ext.example");
        assertThat(external.algorithm()).isEqualTo(DigestAlgorithm.MD5);
        assertThat(external.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("bob", "ext.example", "pw"));
        assertThat(external.address().uri()).isEqualTo("sip:bob@ext.example");
    }

    @Test
    void hashesForItsOwnRealmAndAlgorithm() {
        ExternalAccount external = linked("'TLS','realm':'other','algorithm':'SHA-256'");

        assertThat(external.ha1()).isEqualTo(DigestAlgorithm.SHA_256.ha1("bob", "other", "pw"));
    }

    @Test
    void isShownWithoutItsHa1() {
        ExternalAccount external = linked("'TLS'");

        assertThat(ExternalAccountJson.from(external).keySet())
                .containsExactly("username", "domain", "realm", "registrar", "outbound_proxy", "protocol", "algorithm");
        assertThat(ExternalAccountJson.from(external).toString()).doesNotContain(external.ha1());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'username':'carol'",
                "'domain':'other.example'",
                "'realm':'ext.example'",
                "'realm':'r'",
                "'algorithm':'SHA-256'",
            })
    void needsThePasswordForAnotherIdentity(String field) {
        assertThat(refusal(() -> change(linked("'TLS'"), "," + field))).containsOnlyKeys("password");

        ExternalAccount external = linked("'TLS'");
        change(external, ",'password':'new'," + field);
        assertThat(external.ha1())
                .isEqualTo(external.algorithm().ha1(external.identity().username(), external.realm(), "new"));
    }

    @Test
    void needsThePasswordForAnotherDomainInTheSameRealm() {
        ExternalAccount external = linked("'TLS','realm':'r'");

        assertThat(refusal(() -> change(external, ",'domain':'other.example'"))).containsOnlyKeys("password");
        assertThat(external.ha1()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'protocol':'UDP','registrar':'reg.example','outbound_proxy':'out.example'",
                ",'domain':'EXT.example'",
                ",'realm':null,'algorithm':null",
                ",'realm':'','algorithm':'MD5'",
            })
    void keepsItsHa1WhileItsIdentityStays(String fields) {
        ExternalAccount external = linked("'TLS'");

        change(external, fields);

        assertThat(external.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("bob", "ext.example", "pw"));
    }

    @Test
    void namesWhatIsWrongInTheOrderOfItsFieldsAndThePasswordLast() {
        assertThat(refusal(
                                () -> change(
                                        new ExternalAccount(account),
                                        ",'protocol':'udp','realm':7,'algorithm':'md5','registrar':'ext.example','outbound_proxy':'a:0'"))
                        .keySet())
                .containsExactly("protocol", "realm", "algorithm", "outbound_proxy", "registrar", "password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'udp'|protocol",
                "null|protocol",
                "'TLS','registrar':'ext.example'|registrar",
                "'TLS','registrar':'sip:EXT.example'|registrar",
                "'TLS','outbound_proxy':'<sip:ext.example>'|outbound_proxy",
                "'TLS','outbound_proxy':'a:0'|outbound_proxy",
                "'TLS','algorithm':'SHA-512-256'|algorithm",
                "'TLS','domain':'a b'|domain",
                "'TLS','password':''|password",
                "'TLS','username':' '|username",
                "'TLS','realm':7|realm",
            })
    void refusesAFieldThatIsWrong(String protocolAndMore, String field) {
        assertThat(refusal(() -> linked(protocolAndMore))).containsOnlyKeys(field);
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(refusal(() -> SampleLinks.external(account, "{}")).keySet())
                .containsExactlyElementsOf(List.of("username", "domain", "protocol", "password"));
    }

    /** Links an external account. If a key stands twice in the JSON, its last value counts. */
    private ExternalAccount linked(String protocolAndMore) {
        return SampleLinks.external(account, "{" + NEEDED + protocolAndMore + "}")
                .orElseThrow();
    }

    private static void change(ExternalAccount external, String more) {
        new ExternalAccountFields(Sent.fields("{'username':'bob','domain':'ext.example','protocol':'TLS'" + more + "}"))
                .applyTo(external);
    }

    private static Map<String, List<String>> refusal(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).errors();
    }
}
