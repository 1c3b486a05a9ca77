package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sipprovisioning.request.Sent.fields;
import static org.sipprovisioning.request.Sent.json;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Fields;

class SpaceFieldsTest {

    private static final String NEEDED = "'domain':'example.org','host':'sip.example.org','name':'Example'";

    @Test
    void hasDefaults() {
        Space space = created("");

        assertThat(space.realm()).isEqualTo("example.org");
        assertThat(space.algorithm()).isEqualTo(DigestAlgorithm.SHA_256);
        assertThat(space.registrarUri()).isEqualTo("<sip:example.org;transport=tls>");
        assertThat(space.isExpired()).isFalse();
        assertThat(SpaceJson.from(space).toString())
                .isEqualTo("{\"domain\":\"example.org\",\"host\":\"sip.example.org\",\"name\":\"Example\","
                        + "\"realm\":\"example.org\",\"algorithm\":\"SHA-256\",\"account_proxy_registrar_address\":null,"
                        + "\"custom_provisioning_overwrite_all\":false,\"custom_provisioning_overwrite\":[],"
                        + "\"super\":false,\"expire_at\":null,\"max_accounts\":0,\"max_account\":0,"
                        + "\"oidc\":null,\"digest_and_bearer\":false,\"client_certificate_ca\":null,"
                        + "\"disable_chat_feature\":false,\"disable_meetings_feature\":false,"
                        + "\"disable_broadcast_feature\":false,\"disable_call_recordings_feature\":false,"
                        + "\"hide_settings\":false,\"hide_account_settings\":false,"
                        + "\"only_display_sip_uri_username\":false,\"assistant_hide_create_account\":false,"
                        + "\"assistant_disable_qr_code\":false,\"assistant_hide_third_party_account\":false}");
    }

    @Test
    void isShownAsItWasSent() {
        JsonObject sent = json("{'domain':'example.org','host':'sip.example.org',"
                + "'name':'Example','realm':'r','algorithm':'MD5','account_proxy_registrar_address':'sip:reg.example;lr',"
                + "'custom_provisioning_overwrite_all':true,'custom_provisioning_overwrite':['a/b','c/*'],'super':true,"
                + "'expire_at':'2030-12-31T23:59:59Z','max_accounts':5,'max_account':2,'disable_chat_feature':true,"
                + "'disable_meetings_feature':true,'disable_broadcast_feature':true,"
                + "'disable_call_recordings_feature':true,'hide_settings':true,'hide_account_settings':true,"
                + "'only_display_sip_uri_username':true,'assistant_hide_create_account':true,"
                + "'assistant_disable_qr_code':true,'assistant_hide_third_party_account':true,"
                + "'oidc':{'issuer':'https://login.example.com/','jwks_url':'https://login.example.com/keys',"
                + "'public_key':null,'audience':'phones','claim':'upn'},'digest_and_bearer':true,"
                + "'client_certificate_ca':null}");
        Fields fields = new Fields(sent);
        Space space = new SpaceFields(fields, false).newSpace();
        fields.check();

        assertThat(SpaceJson.from(space)).isEqualTo(sent);
    }

    @Test
    void clearsWhatMayBeCleared() {
        Space space = created(",'realm':'r','algorithm':'MD5','account_proxy_registrar_address':'reg.example',"
                + "'custom_provisioning_overwrite':['a/b'],'expire_at':'1999-12-31T23:59:59+01:00'");
        assertThat(space.isExpired()).isTrue();
        SampleSpaces.change(
                space,
                "{'realm':null,'algorithm':null,'account_proxy_registrar_address':'','custom_provisioning_overwrite':[],"
                        + "'expire_at':null}");

        assertThat(SpaceJson.from(space)).isEqualTo(SpaceJson.from(created("")));
    }

    @Test
    void readsATimeInAnyZone() {
        assertThat(created(",'expire_at':'2030-01-01T01:00:00+02:00'").expireAt())
                .contains(Instant.parse("2029-12-31T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "host|'a b'",
                "host|'a:8080'",
                "name|7",
                "realm|'a\\nb'",
                "algorithm|'SHA-512-256'",
                "account_proxy_registrar_address|'sip:user@a'",
                "account_proxy_registrar_address|'a;transport'",
                "custom_provisioning_overwrite|['ab']",
                "custom_provisioning_overwrite|['a/b\\n']",
                "custom_provisioning_overwrite|'a/b'",
                "custom_provisioning_overwrite_all|null",
                "super|1",
                "expire_at|'2030-12-31'",
                "expire_at|'2030-12-31T23:59:59'",
                "expire_at|'-0001-01-01T00:00:00Z'",
                "expire_at|'9999-12-31T23:59:59-18:00'",
                "expire_at|'+999999999-01-01T00:00:00Z'",
                "max_accounts|-1",
                "max_account|2147483648",
                "hide_settings|'true'",
                "custom_provisioning_entries|['[a]']",
                "custom_provisioning_entries|'[a]\\nb=\\u0001'",
            })
    void refusesAFieldThatIsWrong(String field, String value) {
        assertThat(refused("{" + NEEDED + ",'" + field + "':" + value + "}")).containsOnlyKeys(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "' '", "7", "'a..b'"})
    void refusesADomainThatIsNone(String domain) {
        String json = "{'host':'sip.example.org','name':'Example','domain':" + domain + "}";

        assertThat(refused(json)).containsOnlyKeys("domain");
        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> SampleSpaces.change(created(""), "{'domain':" + domain + "}"))
                        .errors())
                .containsOnlyKeys("domain");
    }

    @Test
    void neverChangesTheDomain() {
        SampleSpaces.change(created(""), "{'domain':'EXAMPLE.org'}");

        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> SampleSpaces.change(created(""), "{'domain':'a.example'}"))
                        .errors())
                .containsExactly(Map.entry("domain", List.of("cannot be changed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "name"})
    void neverEmptiesWhatIsAlwaysThere(String field) {
        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> SampleSpaces.change(created(""), "{'" + field + "':''}"))
                        .errors())
                .containsExactly(Map.entry(field, List.of("must not be empty")));
    }

    @Test
    void namesLineAndColumnOfBadEntries() {
        assertThat(refused("{" + NEEDED + ",'custom_provisioning_entries':'[a]\\nb=\\u0001'}")
                        .get("custom_provisioning_entries"))
                .singleElement()
                .asString()
                .startsWith("Line 2, column 3: ");
    }

    @Test
    void namesTheEntriesWhoseTemplatesAreNotKnown() {
        assertThat(refused("{" + NEEDED
                                + ",'custom_provisioning_entries':'[a]\\nb=${account.email}x\\nc=${space.domain}\\n"
                                + "d=hunter2${\\n[e]\\nf=$${account.email}'}")
                        .get("custom_provisioning_entries"))
                .hasSize(2)
                .anySatisfy(reason -> assertThat(reason).startsWith("[a] b ").contains("${account.username}"))
                .anySatisfy(reason -> assertThat(reason).startsWith("[a] d ").doesNotContain("hunter2"));
    }

    @Test
    void takesEntriesAsTheyAre() {
        Space space = created("");
        assertThat(new SpaceFields(fields("{'custom_provisioning_entries':'[a]\\r\\nb=\\t1\\n'}"), false)
                        .entries(space))
                .map(SpaceEntries::text)
                .contains("[a]\r\nb=\t1\n");
        assertThat(new SpaceFields(fields("{'custom_provisioning_entries':null}"), false).entries(space))
                .map(SpaceEntries::text)
                .contains("");
        assertThat(new SpaceFields(fields("{}"), false).entries(space)).isEmpty();
    }

    private static Space created(String more) {
        Fields sent = fields("{" + NEEDED + more + "}");
        Space space = new SpaceFields(sent, false).newSpace();
        sent.check();
        return space;
    }

    private static Map<String, List<String>> refused(String json) {
        Fields sent = fields(json);
        SpaceFields fields = new SpaceFields(sent, false);
        fields.entries(fields.newSpace());
        return catchThrowableOfType(InvalidInput.class, sent::check).errors();
    }
}
