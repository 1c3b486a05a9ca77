package org.sipprovisioning.account.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.fault.InvalidInput;
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

    @Test
    void startsAsACopyOfTheFormerOne() {
        ExternalAccount former = linked("'TCP','realm':'r','registrar':'reg.example','outbound_proxy':'out.example'");
        ExternalAccount copy = new ExternalAccount(account);
        copy.takeOver(former);

        assertThat(copy.hasSameIdentity(former)).isTrue();
        assertThat(copy.ha1()).isEqualTo(former.ha1());
        assertThat(ExternalAccountJson.from(copy)).isEqualTo(ExternalAccountJson.from(former));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'username':'carol','domain':'ext.example','protocol':'TLS'",
                "'username':'bob','domain':'other.example','protocol':'TLS'",
                "'username':'bob','domain':'ext.example','protocol':'TLS','realm':'r'",
                "'username':'bob','domain':'ext.example','protocol':'TLS','algorithm':'SHA-256'",
            })
    void isAnotherIdentityWithWhateverItsHa1IsMadeOf(String fields) {
        ExternalAccount other =
                SampleLinks.external(account, "{" + fields + "}").orElseThrow();

        assertThat(other.hasSameIdentity(linked("'TLS'"))).isFalse();
        assertThat(linked("'UDP','registrar':'reg.example'").hasSameIdentity(linked("'TLS'")))
                .isTrue();
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
        assertThat(catchThrowableOfType(InvalidInput.class, () -> linked(protocolAndMore))
                        .errors())
                .containsOnlyKeys(field);
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> SampleLinks.external(account, "{}"))
                        .errors()
                        .keySet())
                .containsExactlyElementsOf(List.of("username", "domain", "protocol"));
    }

    /** Links an external account. If a key stands twice in the JSON, its last value counts. */
    private ExternalAccount linked(String protocolAndMore) {
        return SampleLinks.external(account, "{" + NEEDED + protocolAndMore + "}")
                .orElseThrow();
    }
}
