package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;

/** Tests that the author of a space's entries learns what a phone would make of them. */
@InServer
class FindingsIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final String DIALECT = "[sip]\nmedia_encryption=\"srtp\"\n";

    private final Api admin = Api.superAdmin();
    private final String domain = Fixtures.space();
    private final String path = "/api/spaces/" + domain;

    @Test
    void aSaveAnswersWithFindings() {
        JsonObject saved = save(DIALECT).is(200).json();

        assertThat(saved.getJsonArray("warnings"))
                .containsExactly(Json.createObjectBuilder()
                        .add("line", 2)
                        .add("column", 18)
                        .add("severity", "warning")
                        .add("code", "quoted_value")
                        .add("section", "sip")
                        .add("key", "media_encryption")
                        .add("message", "The quotation marks belong to the value.")
                        .add("advice", "Remove the quotation marks.")
                        .build());
        assertThat(admin.get(path).json()).doesNotContainKey("warnings");
        assertThat(admin.put(
                                path,
                                Json.createObjectBuilder().add("name", "Other").build())
                        .is(200)
                        .json()
                        .getJsonArray("warnings"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello world", "<config><section name=\"sip\"/></config>", " {\"sip\": 1}", "[sip\nk=1"})
    void whatIsNoLinphonercIsRefused(String text) {
        save("[net]\nmtu=1300\n").is(200);

        Api.Answer answer = save(text);

        answer.refuses(ENTRIES);
        assertThat(answer.json().getJsonObject("errors").getJsonArray(ENTRIES).getString(0))
                .startsWith("is no linphonerc: ");
        assertThat(admin.get(path).json().getString(ENTRIES)).isEqualTo("[net]\nmtu=1300\n");
    }

    @Test
    void commentsAndNothingMayBeSaved() {
        save("# nothing yet\n").is(200);
        save("").is(200);
    }

    @Test
    void aTextIsExaminedAloneAndNothingIsStored() {
        JsonObject answer = lint(Map.of("text", DIALECT)).is(200).json();

        assertThat(codes(answer)).containsExactly("quoted_value");
        assertThat(answer.getInt("more")).isZero();
        assertThat(codes(lint(Map.of("text", "<a/>")).is(200).json())).startsWith("no_linphonerc");
        assertThat(admin.get(path).json().getString(ENTRIES)).isEmpty();
    }

    @Test
    void theSpacesAlgorithmHasABearing() {
        String text = "[digest_authentication_policy]\nallow_md5=0";
        String withMd5 = Fixtures.space(Map.of("algorithm", "MD5"));

        assertThat(codes(lint(Map.of("text", text, "domain", domain)).is(200).json()))
                .isEmpty();
        assertThat(codes(lint(Map.of("text", text, "domain", withMd5)).is(200).json()))
                .containsExactly("md5_switched_off");
    }

    @Test
    void wrongFieldsAreNamed() {
        lint(Map.of()).refuses("text");
        lint(Map.of("text", "[a]", "domain", "no-such.example.net")).refuses("domain");
    }

    private Api.Answer save(String entries) {
        return admin.put(path, Json.createObjectBuilder().add(ENTRIES, entries).build());
    }

    private Api.Answer lint(Map<String, Object> fields) {
        return admin.post("/api/lint", Json.createObjectBuilder(fields).build());
    }

    private static List<String> codes(JsonObject answer) {
        return answer.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("code"))
                .toList();
    }
}
