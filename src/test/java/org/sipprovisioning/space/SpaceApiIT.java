package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Api.unique;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.spaceFields;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/spaces} as a super admin uses it. */
@InServer
class SpaceApiIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final String DEFAULT_SPACE = "/api/spaces/sip.example.org";

    private final Api admin = Api.superAdmin();
    private final String domain = unique("s-") + ".example.net";
    private final String path = "/api/spaces/" + domain;

    static Stream<String> flags() {
        return Arrays.stream(AppFlag.values()).map(AppFlag::key);
    }

    @Test
    void spaceWithNothingButWhatIsRequiredHasTheDefaults() {
        JsonObject created = create(required());

        assertThat(created.getString("realm")).isEqualTo(domain);
        assertThat(created.getString("algorithm")).isEqualTo("SHA-256");
        assertThat(created.getString(ENTRIES)).isEmpty();
        assertThat(created.getJsonArray("custom_provisioning_overwrite")).isEmpty();
        for (String absent : List.of("account_proxy_registrar_address", "expire_at")) {
            assertThat(created.get(absent)).isEqualTo(JsonValue.NULL);
        }
        for (String number : List.of("max_accounts", "max_account")) {
            assertThat(created.getInt(number)).isZero();
        }
        assertThat(Stream.concat(flags(), Stream.of("super", "custom_provisioning_overwrite_all")))
                .allSatisfy(flag -> assertThat(created.getBoolean(flag)).isFalse());
    }

    @Test
    void everyFieldIsKept() {
        JsonObjectBuilder fields = required()
                .add("realm", "Réalm")
                .add("algorithm", "MD5")
                .add("account_proxy_registrar_address", "sip:registrar.example.net:5061;transport=tcp")
                .add(ENTRIES, "[sound]\r\nring=ring.wav\n[a]\n\tb=\"c\" 😀")
                .add("custom_provisioning_overwrite_all", true)
                .add(
                        "custom_provisioning_overwrite",
                        Json.createArrayBuilder().add("sound/*").add("*/b"))
                .add("super", true)
                .add("expire_at", "2038-01-19T03:14:07.125Z")
                .add("max_accounts", Integer.MAX_VALUE)
                .add("max_account", 3)
                .add(
                        "oidc",
                        Json.createObjectBuilder()
                                .add("issuer", "https://login.example.org")
                                .add("jwks_url", "https://login.example.org/keys")
                                .addNull("public_key")
                                .add("audience", "phones")
                                .add("claim", "sip"))
                .add("digest_and_bearer", true)
                .addNull("client_certificate_ca");
        flags().forEach(flag -> fields.add(flag, true));
        JsonObject sent = fields.build();

        JsonObject created = withoutWarnings(admin.post("/api/spaces", sent));

        assertThat(created).isEqualTo(sent);
        assertThat(admin.get(path).is(200).json()).isEqualTo(created);
        admin.delete(path).is(200);
    }

    @ParameterizedTest
    @MethodSource("flags")
    void flagIsSetAloneAndCleared(String flag) {
        create(required().add(flag, true));

        assertThat(admin.get(path).is(200).json().entrySet().stream()
                        .filter(field -> field.getValue() == JsonValue.TRUE)
                        .map(Map.Entry::getKey))
                .containsExactly(flag);
        assertThat(update("{\"" + flag + "\":false}").getBoolean(flag)).isFalse();
    }

    @Test
    void putChangesOnlyWhatIsSent() {
        JsonObject created = create(required().add("max_account", 2).add(ENTRIES, "[a]\nb=c\n"));

        JsonObject changed = update("{\"name\":\"Other\",\"no_such_field\":1}");

        assertThat(changed)
                .isEqualTo(
                        Json.createObjectBuilder(created).add("name", "Other").build());
        assertThat(admin.get(path).is(200).json()).isEqualTo(changed);
    }

    @Test
    void listHasEverySpaceWithoutItsEntries() {
        JsonObject created = create(required().add(ENTRIES, "[a]\nb=c\n"));

        assertThat(admin.get("/api/spaces").is(200).structure().asJsonArray())
                .contains(Json.createObjectBuilder(created).remove(ENTRIES).build());
    }

    @Test
    void timesAreTakenFromEveryZoneAndGivenInUtc() {
        create(required().add("expire_at", "2040-06-01T01:30:00.123456789+02:00"));

        assertThat(admin.get(path).is(200).json().getString("expire_at")).isEqualTo("2040-05-31T23:30:00.123Z");
        assertThat(update("{\"expire_at\":null}").get("expire_at")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2030-01-01",
                "2030-01-01T00:00:00",
                "2030-13-01T00:00:00Z",
                "2030-02-30T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "1900000000"
            })
    void badTime(String time) {
        admin.post("/api/spaces", required().add("expire_at", time).build()).refuses("expire_at");
    }

    @Test
    void missingFieldsAreAllNamed() {
        admin.post("/api/spaces", JsonValue.EMPTY_JSON_OBJECT).refuses("domain", "host", "name");
        admin.post(
                        "/api/spaces",
                        Json.createObjectBuilder()
                                .add("domain", "")
                                .addNull("host")
                                .add("name", " ")
                                .build())
                .refuses("domain", "host", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "host", "name"})
    void whatIsRequiredIsNotCleared(String field) {
        create(required());

        admin.call("PUT", path, "{\"" + field + "\":null}").refuses(field);
        admin.call("PUT", path, "{\"" + field + "\":\"\"}").refuses(field);
    }

    @Test
    void domainStays() {
        create(required());

        admin.call("PUT", path, "{\"domain\":\"other-" + domain + "\"}").refuses("domain");
        update("{\"domain\":\"" + domain + "\"}");
    }

    static Stream<String> wrongTypes() {
        List<String> strings = List.of("7", "true", "[]", "{}");
        List<String> booleans = List.of("\"yes\"", "\"true\"", "1", "null", "[]", "{}");
        List<String> numbers =
                List.of("\"1\"", "true", "null", "[]", "{}", "-1", "1.5", "2147483648", "1e10", "1e400000000", "1e-1");
        List<String> lists = List.of("\"a/b\"", "1", "true", "{}", "[1]", "[null]", "[[\"a/b\"]]", "[\"\\ud800/a\"]");
        Stream<String> flags = Stream.concat(flags(), Stream.of("super", "custom_provisioning_overwrite_all"));
        return Stream.of(
                        each(
                                Stream.of(
                                        "domain",
                                        "host",
                                        "name",
                                        "realm",
                                        "algorithm",
                                        "account_proxy_registrar_address",
                                        "expire_at",
                                        ENTRIES),
                                strings),
                        each(flags, booleans),
                        each(Stream.of("max_accounts", "max_account"), numbers),
                        each(Stream.of("custom_provisioning_overwrite"), lists))
                .flatMap(fields -> fields);
    }

    private static Stream<String> each(Stream<String> fields, List<String> values) {
        return fields.map(field -> field + "=" + String.join("\u0000", values));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void wrongType(String fieldAndValues) {
        String field = fieldAndValues.split("=")[0];
        for (String value : fieldAndValues.split("=")[1].split("\u0000")) {
            String body = required().remove(field).build().toString();
            admin.call(
                            "POST",
                            "/api/spaces",
                            body.replaceFirst("}$", ",\"" + field + "\":" + value.replace("\\", "\\\\") + "}"))
                    .refuses(field);
        }
        admin.get(path).is(404);
    }

    @ParameterizedTest
    @CsvSource({
        "domain,a b",
        "domain,http://a",
        "domain,a_b",
        "domain,a:5060",
        "domain,a/b",
        "host,a b",
        "host,-a",
        "host,a:80",
        "algorithm,sha-256",
        "algorithm,SHA-512-256",
        "account_proxy_registrar_address,a b",
        "account_proxy_registrar_address,sip:u@h",
        "account_proxy_registrar_address,http://h",
        "account_proxy_registrar_address,h:0"
    })
    void badValue(String field, String value) {
        admin.post("/api/spaces", required().add(field, value).build()).refuses(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/a", "a/", "a b/c", ""})
    void badOverwritePattern(String pattern) {
        admin.post(
                        "/api/spaces",
                        required()
                                .add(
                                        "custom_provisioning_overwrite",
                                        Json.createArrayBuilder().add(pattern))
                                .build())
                .refuses("custom_provisioning_overwrite");
    }

    @Test
    void moreOverwritePatternsThanCanBeKept() {
        List<String> patterns =
                Stream.generate(() -> "section/" + "k".repeat(240)).limit(5_000).toList();

        admin.post(
                        "/api/spaces",
                        required()
                                .add("custom_provisioning_overwrite", Json.createArrayBuilder(patterns))
                                .build())
                .refuses("custom_provisioning_overwrite");
    }

    @Test
    void domainAndHostAreUnique() {
        create(required());
        String other = unique("s-") + ".example.net";
        String host = required().build().getString("host");

        admin.post("/api/spaces", spaceFields(domain).add("host", other).build())
                .refuses("domain");
        admin.post(
                        "/api/spaces",
                        spaceFields(domain.toUpperCase(Locale.ROOT))
                                .add("host", other)
                                .build())
                .refuses("domain");
        admin.post("/api/spaces", spaceFields(other).add("host", host).build()).refuses("host");
        admin.post("/api/spaces", spaceFields(other).build()).is(200);
        admin.call("PUT", "/api/spaces/" + other, "{\"host\":\"" + host + "\"}").refuses("host");
    }

    @Test
    void oneOfManySimultaneousCreationsWins() {
        JsonObject fields = required().build();

        List<Api.Answer> answers = Race.run(8, () -> admin.post("/api/spaces", fields));

        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsOnly(200, 422)
                .containsOnlyOnce(200);
    }

    static Stream<String> unreadableEntries() {
        return Stream.of("\\u0000", "\\u0001", "\\u001f", "\\ufffe", "\\uffff", "\\ud800", "\u00ff", "\u00c3");
    }

    @ParameterizedTest
    @MethodSource("unreadableEntries")
    void unreadableEntriesAreRefusedWithLineAndColumn(String bad) {
        String body = required().build().toString().replaceFirst("}$", "") + ",\"" + ENTRIES
                + "\":\"[a]\\nb=c\\r\\nd=ef" + bad + "g\\n\"}";

        Api.Answer answer = admin.with("Content-Type", "application/json")
                .send("POST", "/api/spaces", BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)));

        answer.refuses(ENTRIES);
        assertThat(answer.json().getJsonObject("errors").getJsonArray(ENTRIES).getString(0))
                .startsWith("Line 3, column 5: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[proxy_1];reg_proxy=<sip:p.example>|[proxy_1] reg_identity",
                "[proxy_1];reg_identity=sip:hunter2;reg_proxy=<sip:p.example>|[proxy_1] reg_identity",
                "[proxy_1];reg_identity=sip:${account.phone}@p.example;reg_proxy=<sip:p.example>|[proxy_1] reg_identity",
                "[proxy_2];reg_identity=sip:a@p.example;reg_proxy=<sip:p.example>|[proxy_2]",
                "[auth_info_1];username=u;[auth_info_2];username=u|[auth_info_2]"
            })
    void entriesThatWouldBreakAnAccountsDocumentAreRefused(String entries, String place) {
        create(required().add(ENTRIES, "[a]\nb=c\n"));

        Api.Answer answer = admin.put(
                path,
                Json.createObjectBuilder()
                        .add(ENTRIES, entries.replace(';', '\n'))
                        .build());

        answer.refuses(ENTRIES);
        assertThat(answer.json().getJsonObject("errors").getJsonArray(ENTRIES).getString(0))
                .startsWith(place)
                .doesNotContain("hunter2");
        assertThat(admin.get(path).json().getString(ENTRIES)).isEqualTo("[a]\nb=c\n");
    }

    @Test
    void auditTrailTellsWhatIsHardlyMeant() {
        create(required());
        update("{\"" + ENTRIES + "\":\"[proxy_0]\\npublish=1\\n[sip]\\ndefault_proxy=4\\n\"}");

        assertThat(Rows.row("SELECT detail FROM audit_event WHERE event = 'space_changed' AND space = ?", domain))
                .singleElement()
                .asString()
                .startsWith("[proxy_0] has no reg_identity or no reg_proxy")
                .endsWith("; [sip] default_proxy names a proxy that is not there");
    }

    @Test
    void fifteenMegabytesOfEntriesAreKept() {
        String entries = "[a]\n" + randomEntries(15_000_000);

        admin.post("/api/spaces", required().add(ENTRIES, entries).build()).is(200);

        assertThat(admin.get(path).is(200).json().getString(ENTRIES).equals(entries))
                .isTrue();
        assertThat(update("{\"" + ENTRIES + "\":\"\"}").getString(ENTRIES)).isEmpty();
    }

    @Test
    void seventeenMegabytesOfEntriesAreTooMany() {
        admin.post(
                        "/api/spaces",
                        required()
                                .add(ENTRIES, "[a]\n" + randomEntries(17_000_000))
                                .build())
                .is(413);
    }

    @Test
    void spaceIsRemovedAndItsNamesAreFree() {
        create(required().add(ENTRIES, "[a]\nb=c\n"));
        update("{\"" + ENTRIES + "\":\"[a]\\nb=d\\n\"}");

        assertThat(admin.delete(path).is(200).body()).isEmpty();

        admin.get(path).is(404);
        admin.delete(path).is(404);
        admin.call("PUT", path, "{\"name\":\"n\"}").is(404);
        create(required());
    }

    @Test
    void spaceWithAccountsIsNotRemoved() {
        create(required());
        TestAccount account = account(domain);

        admin.delete(path).is(409);

        admin.get(account.path()).is(200);
        admin.delete(account.path()).is(200);
        admin.delete(path).is(200);
    }

    @Test
    void defaultSpaceAndLastSuperSpaceStay() {
        admin.delete(DEFAULT_SPACE).is(409);
        List<String> supers = admin.get("/api/spaces").is(200).structure().asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(space -> space.getBoolean("super"))
                .map(space -> space.getString("domain"))
                .toList();
        if (supers.size() == 1) {
            admin.call("PUT", DEFAULT_SPACE, "{\"super\":false}").is(409);
        }
        assertThat(supers).contains("sip.example.org");
        create(required().add("super", true));
        assertThat(update("{\"super\":false}").getBoolean("super")).isFalse();
    }

    @Test
    void newRealmWithoutAccounts() {
        create(required());

        assertThat(update("{\"realm\":\"new\"}").getString("realm")).isEqualTo("new");
        assertThat(update("{\"realm\":null}").getString("realm")).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?drop_credentials=false", "?drop_credentials", "?drop_credentials=1"})
    void newRealmWithAccountsIsRefused(String query) {
        create(required());
        TestAccount account = account(domain);

        admin.call("PUT", path + query, "{\"realm\":\"new\"}").is(409);

        assertThat(admin.get(path).is(200).json().getString("realm")).isEqualTo(domain);
        assertThat(admin.get(account.path()).is(200).json().getJsonArray("passwords"))
                .hasSize(2);
        update("{\"realm\":\"" + domain + "\",\"name\":\"n\"}");
    }

    @Test
    void newRealmDropsCredentialsIfToldTo() {
        create(required());
        TestAccount account = account(domain);
        TestAccount other = account(space());

        assertThat(admin.call("PUT", path + "?drop_credentials=true", "{\"realm\":\"new\"}")
                        .is(200)
                        .json()
                        .getString("realm"))
                .isEqualTo("new");

        assertThat(admin.get(account.path()).is(200).json().getJsonArray("passwords"))
                .isEmpty();
        assertThat(admin.get(other.path()).is(200).json().getJsonArray("passwords"))
                .hasSize(2);
        assertThat(admin.put(
                                account.path(),
                                Json.createObjectBuilder()
                                        .add("password", PASSWORD)
                                        .build())
                        .is(200)
                        .json()
                        .getJsonArray("passwords"))
                .hasSize(2);
    }

    @Test
    void expiredSpaceProvisionsNobody() {
        create(required());
        TestAccount account = account(domain);

        update("{\"expire_at\":\"2001-01-01T00:00:00Z\"}");

        admin.call("POST", account.path() + "/provision").is(409);
        update("{\"expire_at\":null}");
        admin.call("POST", account.path() + "/provision").is(200);
    }

    private JsonObjectBuilder required() {
        return spaceFields(domain);
    }

    private JsonObject create(JsonObjectBuilder fields) {
        return withoutWarnings(admin.post("/api/spaces", fields.build()));
    }

    private JsonObject update(String fields) {
        return withoutWarnings(admin.call("PUT", path, fields));
    }

    private static JsonObject withoutWarnings(Api.Answer answer) {
        return Json.createObjectBuilder(answer.is(200).json())
                .remove("warnings")
                .build();
    }

    /** Returns entries that hardly can be compressed. They are the same each time. */
    private static String randomEntries(int characters) {
        Random random = new Random(characters);
        String line = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; text.length() < characters; i++) {
            text.append('k').append(i).append('=');
            random.ints(1_000, 0, line.length()).forEach(c -> text.append(line.charAt(c)));
            text.append('\n');
        }
        text.setLength(characters);
        return text.toString();
    }
}
