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
import org.sipprovisioning.space.CardDavServer;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class CardDavCredentialTest {
    private static final String NEEDED = "{'username':'carla','realm':'dav','password':'pw'";

    private final Space space = SampleSpaces.kept(SampleSpaces.of("example.org"), 1);
    private final CardDavServer server = SampleSpaces.cardDav(space, 1, "{'uri':'https://dav.example:8443/'}");
    private final Account account = SampleAccounts.of(space, "alice", "{}");

    @Test
    void isForTheHostInMd5() {
        CardDavCredential credential = made(NEEDED + "}");

        assertThat(credential.host()).isEqualTo("dav.example");
        assertThat(credential.algorithm()).isEqualTo(DigestAlgorithm.MD5);
        assertThat(credential.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("carla", "dav", "pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'username':'carla'}", "{'realm':'dav','algorithm':'MD5'}", "{'algorithm':null}"})
    void keepsItsHa1WhileItsIdentityStays(String fields) {
        CardDavCredential credential = kept(NEEDED + "}");

        change(credential, fields);

        assertThat(credential.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("carla", "dav", "pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'username':'carl'", "'realm':'Dav'", "'algorithm':'SHA-256'"})
    void needsThePasswordForAnotherIdentity(String field) {
        assertThat(refusal(() -> change(kept(NEEDED + "}"), "{" + field + "}"))).containsOnlyKeys("password");

        CardDavCredential credential = kept(NEEDED + "}");
        change(credential, "{'password':'new'," + field + "}");
        assertThat(credential.ha1())
                .isEqualTo(credential
                        .algorithm()
                        .ha1(
                                credential.identity().username(),
                                credential.identity().realm(),
                                "new"));
    }

    @Test
    void takesAnotherPassword() {
        CardDavCredential credential = kept(NEEDED + "}");

        change(credential, "{'password':'new'}");

        assertThat(credential.ha1()).isEqualTo(DigestAlgorithm.MD5.ha1("carla", "dav", "new"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ",'username':''|username",
                ",'username':7|username",
                ",'username':'a\\u0000'|username",
                ",'realm':null|realm",
                ",'password':''|password",
                ",'algorithm':'md5'|algorithm",
            })
    void refusesAFieldThatIsWrong(String more, String field) {
        assertThat(refusal(() -> made(NEEDED + more + "}"))).containsOnlyKeys(field);
    }

    @Test
    void namesAllThatIsMissing() {
        assertThat(refusal(() -> made("{}"))).containsOnlyKeys("username", "realm", "password");
    }

    private CardDavCredential made(String json) {
        return SampleLinks.cardDav(account, server, json);
    }

    private CardDavCredential kept(String json) {
        return SampleSpaces.kept(made(json), 1);
    }

    private static void change(CardDavCredential credential, String json) {
        new CardDavCredentialFields(Sent.fields(json)).applyTo(credential);
    }

    private static Map<String, List<String>> refusal(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).errors();
    }
}
