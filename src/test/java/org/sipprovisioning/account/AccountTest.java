package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sipprovisioning.request.Sent.fields;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Sent;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class AccountTest {

    private static final String ALICE_MD5 = DigestAlgorithm.MD5.ha1("alice", "realm", "secret");
    private static final String ALICE_SHA_256 = DigestAlgorithm.SHA_256.ha1("alice", "realm", "secret");

    private final Space space = SampleSpaces.kept(SampleSpaces.of("example.org", "{'realm':'realm'}"), 1);
    private final Account alice = SampleAccounts.of(space, "alice", "{'password':'secret'}");

    @Test
    void keepsAPasswordAsBothHa1() {
        assertThat(alice.credentials().ha1(DigestAlgorithm.MD5)).contains(ALICE_MD5);
        assertThat(alice.credentials().ha1(DigestAlgorithm.SHA_256)).contains(ALICE_SHA_256);
        assertThat(alice.credentials().algorithms()).containsExactly(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256);
    }

    @Test
    void hasNoCredentialsWithoutAPassword() {
        Credentials none = SampleAccounts.of(space, "admin", "{}").credentials();

        assertThat(none.algorithms()).isEmpty();
        assertThat(none.ha1(DigestAlgorithm.MD5)).isEmpty();
    }

    @Test
    void knowsItsPassword() {
        assertThat(alice.hasPassword("secret")).isTrue();
        assertThat(alice.hasPassword("Secret")).isFalse();
        assertThat(SampleAccounts.of(space, "admin", "{}").hasPassword("")).isFalse();
    }

    @Test
    void resetsToARandomPassword() {
        alice.resetPassword();
        String first = alice.credentials().ha1(DigestAlgorithm.MD5).orElseThrow();
        alice.resetPassword();

        assertThat(alice.credentials().ha1(DigestAlgorithm.MD5))
                .isPresent()
                .get()
                .isNotIn(first, ALICE_MD5);
        assertThat(alice.credentials().ha1(DigestAlgorithm.SHA_256))
                .isPresent()
                .get()
                .isNotEqualTo(ALICE_SHA_256);
    }

    @Test
    void isServedUnlessBlockedOrInAnExpiredSpace() {
        assertThat(alice.isServed()).isTrue();
        assertThat(SampleAccounts.blocked(alice).isServed()).isFalse();
        assertThat(SampleAccounts.of(SampleSpaces.expired(space), "bob", "{}").isServed())
                .isFalse();
    }

    @Test
    void isShownWithoutAnyHash() {
        JsonObject json = AccountJson.from(SampleAccounts.of(
                space,
                "alice",
                "{'password':'secret','display_name':'Al','email':'a@b','phone':'+1','dtmf_protocol':'rfc2833',"
                        + "'dictionary':{'k':'v'},'activated':true,'admin':true}"));

        assertThat(json.keySet())
                .containsExactly(
                        "id",
                        "username",
                        "domain",
                        "sip_uri",
                        "display_name",
                        "email",
                        "phone",
                        "activated",
                        "blocked",
                        "admin",
                        "dtmf_protocol",
                        "dictionary",
                        "created_at",
                        "updated_at",
                        "passwords");
        assertThat(json.toString())
                .contains("\"sip_uri\":\"sip:alice@example.org\"")
                .contains("\"passwords\":[{\"algorithm\":\"MD5\"},{\"algorithm\":\"SHA-256\"}]")
                .contains("\"dictionary\":{\"k\":\"v\"}")
                .contains("\"dtmf_protocol\":\"rfc2833\"")
                .doesNotContain(ALICE_MD5, ALICE_SHA_256, "secret");
    }

    @Test
    void showsWhatIsNotSetAsNull() {
        JsonObject json = AccountJson.from(SampleAccounts.of(space, "bob", "{}"));

        assertThat(List.of("display_name", "email", "phone", "dtmf_protocol")).allMatch(json::isNull);
        assertThat(json.getJsonArray("passwords")).isEmpty();
        assertThat(json.getBoolean("activated")).isFalse();
        assertThat(json.getString("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b+c-d_e", "+33123", "0"})
    void takesAUserName(String name) {
        assertThat(new AccountFields(fields("{'username':'" + name + "'}")).username())
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "username|'Alice'",
                "username|'a b'",
                "username|'a@b'",
                "username|'é'",
                "username|'a\\u0000'",
                "username|'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'",
                "domain|'a..b'",
                "password|'five5'",
                "password|'with\\nbreak'",
                "email|'none'",
                "email|'a@'",
                "email|'@b'",
                "email|'a b@c'",
                "email|'a@b@c'",
                "activated|'true'",
                "admin|1",
                "dtmf_protocol|'RFC2833'",
                "dictionary|['a']",
                "display_name|'a\\tb'",
                "phone|5",
            })
    void refusesAFieldThatIsWrong(String field, String value) {
        assertThat(refused("{'" + field + "':" + value + "}")).containsOnlyKeys(field);
    }

    @Test
    void namesAllFieldsThatAreWrong() {
        assertThat(refused("{'username':'','email':'x','admin':null,'password':'123'}"))
                .containsOnlyKeys("email", "admin", "password");
    }

    @Test
    void clearsWhatMayBeCleared() {
        Account account = SampleAccounts.of(
                space, "alice", "{'display_name':'Al','email':'a@b','phone':'+1','dtmf_protocol':'sipinfo'}");
        new AccountFields(fields("{'display_name':'','email':null,'phone':'','dtmf_protocol':null}")).applyTo(account);

        assertThat(account.displayName()).isEmpty();
        assertThat(account.email()).isEmpty();
        assertThat(account.phone()).isEmpty();
        assertThat(account.dtmfProtocol()).isEmpty();
    }

    @Test
    void anAdminStaysInTheirSpace() {
        Caller admin = new Caller(alice, false);
        Space other = SampleSpaces.kept(SampleSpaces.of("other.example"), 2);

        assertThat(admin.sees(space)).isTrue();
        assertThat(admin.sees(other)).isFalse();
        assertThat(admin.domainFor(Optional.empty())).isEqualTo("example.org");
        assertThat(admin.domainFor(Optional.of("example.org"))).isEqualTo("example.org");
        assertThatThrownBy(() -> admin.domainFor(Optional.of("other.example"))).isInstanceOf(Forbidden.class);
        assertThat(new Caller(alice, true).sees(other)).isTrue();
        assertThat(new Caller(alice, true).domainFor(Optional.of("other.example")))
                .isEqualTo("other.example");
    }

    private Map<String, List<String>> refused(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> {
                    org.sipprovisioning.request.Fields sent = Sent.fields(json);
                    new AccountFields(sent).applyTo(new Account(space, "x"));
                    sent.check();
                })
                .errors();
    }
}
