package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Api.unique;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.spaceFields;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code /api/accounts} as an admin uses it. */
@InServer
class AccountApiIT {
    private static final Set<String> SHOWN = Set.of(
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
    private static final Set<String> TICKET =
            Set.of("provisioning_token", "provisioning_token_expire_at", "provisioning_url", "provisioning_qrcode_url");

    private final Api admin = Api.superAdmin();

    @Test
    void createdAccountHasWhatWasSentAndATicket() {
        String domain = space();
        JsonObject sent = accountFields()
                .add("domain", domain)
                .add("display_name", "Zoë \"Z\" \\ 😀")
                .add("email", "zoe@example.net")
                .add("phone", "+33 1 23")
                .add("dtmf_protocol", "rfc2833")
                .add(
                        "dictionary",
                        Json.createObjectBuilder().add("clé", "välue 😀").add("empty", ""))
                .build();

        JsonObject created = admin.post("/api/accounts", sent).is(200).json();

        assertThat(created.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(SHOWN, TICKET).flatMap(Set::stream).toList());
        sent.forEach((name, value) -> {
            if (!"password".equals(name)) {
                assertThat(created.get(name)).isEqualTo(value);
            }
        });
        assertThat(created.getString("sip_uri")).isEqualTo("sip:" + sent.getString("username") + "@" + domain);
        assertThat(created.getBoolean("activated")).isFalse();
        assertThat(created.getBoolean("blocked")).isFalse();
        assertThat(created.getBoolean("admin")).isFalse();
        assertThat(created.getString("provisioning_url"))
                .endsWith("/provisioning/" + created.getString("provisioning_token"));
        assertThat(created.getString("provisioning_qrcode_url"))
                .endsWith("/provisioning/qrcode/" + created.getString("provisioning_token"));
    }

    @Test
    void accountWithNothingButWhatIsRequiredHasTheDefaults() {
        JsonObject created = account().json();

        for (String absent : List.of("display_name", "email", "phone", "dtmf_protocol")) {
            assertThat(created.get(absent)).isEqualTo(JsonValue.NULL);
        }
        assertThat(created.get("dictionary")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void passwordIsKeptInBothAlgorithms() {
        JsonObject account = account().json();

        assertThat(account.getJsonArray("passwords"))
                .containsExactlyInAnyOrder(
                        Json.createObjectBuilder().add("algorithm", "MD5").build(),
                        Json.createObjectBuilder().add("algorithm", "SHA-256").build());
    }

    @Test
    void ticketIsShownOnlyOnce() {
        TestAccount created = account();

        JsonObject read = admin.get(created.path()).is(200).json();

        assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(SHOWN);
        SHOWN.forEach(name ->
                assertThat(read.get(name)).as(name).isEqualTo(created.json().get(name)));
    }

    @Test
    void timesAreUtcAndMoveWithChangesOnly() {
        Instant before = Instant.now().minus(Duration.ofSeconds(5));
        TestAccount created = account();
        Instant createdAt = Instant.parse(created.json().getString("created_at"));
        assertThat(createdAt).isBetween(before, Instant.now().plus(Duration.ofSeconds(5)));
        assertThat(created.json().getString("updated_at"))
                .isEqualTo(created.json().getString("created_at"));

        JsonObject changed =
                admin.put(created.path(), fields("phone", "1")).is(200).json();
        JsonObject read = admin.get(created.path()).is(200).json();

        assertThat(changed.getString("created_at")).isEqualTo(created.json().getString("created_at"));
        assertThat(Instant.parse(changed.getString("updated_at"))).isAfterOrEqualTo(createdAt);
        assertThat(read).isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "+33123", "a.b_c-d+e", "-", "."})
    void goodUsername(String start) {
        String domain = space();

        admin.post(
                        "/api/accounts",
                        accountFields()
                                .add("username", start)
                                .add("domain", domain)
                                .build())
                .is(200);
    }

    @Test
    void usernameOf64CharactersIsGoodAnd65AreNot() {
        String longest = (unique("l") + "x".repeat(64)).substring(0, 64);

        admin.post("/api/accounts", accountFields().add("username", longest).build())
                .is(200);
        admin.post(
                        "/api/accounts",
                        accountFields().add("username", longest + "x").build())
                .refuses("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice", "a b", "a@b", "a/b", "a:b", "é", "a\n", " a", "%61", "<a>", "*", "sip:a"})
    void badUsername(String username) {
        admin.post("/api/accounts", accountFields().add("username", username).build())
                .refuses("username");
        admin.put(account().path(), fields("username", username, "password", PASSWORD))
                .refuses("username");
    }

    @Test
    void missingFieldsAreAllNamed() {
        admin.post("/api/accounts", JsonValue.EMPTY_JSON_OBJECT).refuses("username", "password");
        admin.post("/api/accounts", fields("username", unique("u"))).refuses("password");
        admin.post("/api/accounts", fields("username", "", "password", "")).refuses("username", "password");
        admin.post(
                        "/api/accounts",
                        Json.createObjectBuilder()
                                .addNull("username")
                                .addNull("password")
                                .build())
                .refuses("username", "password");
    }

    @Test
    void passwordOfSixCharactersIsTheShortest() {
        admin.post("/api/accounts", accountFields().add("password", "12345").build())
                .refuses("password");
        admin.post("/api/accounts", accountFields().add("password", "123456").build())
                .is(200);
        admin.put(account().path(), fields("password", "12345")).refuses("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "domain", "display_name", "email", "phone", "dtmf_protocol"})
    void textsMustBeStrings(String field) {
        TestAccount account = account();
        for (JsonValue wrong :
                List.of(Json.createValue(7), JsonValue.TRUE, JsonValue.EMPTY_JSON_ARRAY, JsonValue.EMPTY_JSON_OBJECT)) {
            admin.post("/api/accounts", accountFields().add(field, wrong).build())
                    .refuses(field);
            admin.put(account.path(), withPassword().add(field, wrong).build()).refuses(field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"activated", "admin"})
    void flagsMustBeBooleans(String field) {
        TestAccount account = account();
        for (JsonValue wrong :
                List.of(Json.createValue("yes"), Json.createValue(1), JsonValue.NULL, JsonValue.EMPTY_JSON_ARRAY)) {
            admin.post("/api/accounts", accountFields().add(field, wrong).build())
                    .refuses(field);
            admin.put(
                            account.path(),
                            Json.createObjectBuilder().add(field, wrong).build())
                    .refuses(field);
        }
    }

    static Stream<String> badDictionaries() {
        return Stream.of(
                "\"x\"",
                "1",
                "true",
                "[]",
                "[\"a\"]",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":{}}",
                "{\"a\":\"\\u0001\"}",
                "{\"\\u0001\":\"a\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\ud800\":\"a\"}");
    }

    @ParameterizedTest
    @MethodSource("badDictionaries")
    void dictionaryMustHoldStrings(String dictionary) {
        String body = "{\"username\":\"%s\",\"password\":\"%s\",\"dictionary\":%s}";

        admin.call("POST", "/api/accounts", body.formatted(unique("u"), PASSWORD, dictionary))
                .refuses("dictionary");
    }

    @Test
    void dictionaryIsReplacedAsAWhole() {
        TestAccount account = account();
        admin.put(account.path(), dictionary(Map.of("a", "1", "b", "2"))).is(200);

        JsonObject changed =
                admin.put(account.path(), dictionary(Map.of("c", "3"))).is(200).json();

        assertThat(changed.getJsonObject("dictionary"))
                .isEqualTo(Json.createObjectBuilder(Map.of("c", "3")).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "a b@example.net", "@example.net", "a@"})
    void badEmail(String email) {
        Api.Answer answer =
                admin.post("/api/accounts", accountFields().add("email", email).build());

        if (email.isEmpty()) {
            assertThat(answer.is(200).json().get("email")).isEqualTo(JsonValue.NULL);
        } else {
            answer.refuses("email");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sipinfo", "rfc2833", "sipmessage"})
    void dtmfProtocol(String protocol) {
        JsonObject created = admin.post(
                        "/api/accounts",
                        accountFields().add("dtmf_protocol", protocol).build())
                .is(200)
                .json();

        assertThat(created.getString("dtmf_protocol")).isEqualTo(protocol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIPINFO", "inband", "sip info"})
    void badDtmfProtocol(String protocol) {
        admin.post(
                        "/api/accounts",
                        accountFields().add("dtmf_protocol", protocol).build())
                .refuses("dtmf_protocol");
    }

    @ParameterizedTest
    @CsvSource({"display_name,255", "email,254", "phone,64", "password,255"})
    void longestText(String field, int length) {
        String end = "email".equals(field) ? "@example.net" : "";
        String longest = "x".repeat(length - end.length()) + end;

        admin.post("/api/accounts", accountFields().add(field, longest).build()).is(200);
        admin.post("/api/accounts", accountFields().add(field, "x" + longest).build())
                .refuses(field);
    }

    @Test
    void unknownFieldsAreIgnored() {
        JsonObject created = admin.post(
                        "/api/accounts",
                        accountFields()
                                .add("id", 1)
                                .add("blocked", true)
                                .add("created_at", 5)
                                .add("no_such_field", Json.createArrayBuilder().add(1))
                                .build())
                .is(200)
                .json();

        assertThat(created.getInt("id")).isNotEqualTo(1);
        assertThat(created.getBoolean("blocked")).isFalse();
        assertThat(created.keySet()).doesNotContain("no_such_field");
    }

    @Test
    void usernameIsUniqueInItsSpaceOnly() {
        String domain = space();
        TestAccount taken = account();
        JsonObjectBuilder again = accountFields().add("username", taken.username());

        admin.post("/api/accounts", again.build()).refuses("username");
        admin.post(
                        "/api/accounts",
                        accountFields()
                                .add("username", taken.username())
                                .add("domain", domain)
                                .build())
                .is(200);
        admin.put(account().path(), fields("username", taken.username(), "password", PASSWORD))
                .refuses("username");
    }

    @Test
    void oneOfTwentySimultaneousCreationsWins() {
        JsonObject fields = accountFields().build();

        List<Api.Answer> answers = Race.run(20, () -> admin.post("/api/accounts", fields));

        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsOnly(200, 422)
                .containsOnlyOnce(200);
        answers.stream().filter(answer -> answer.status() == 422).forEach(answer -> answer.refuses("username"));
    }

    @Test
    void unknownDomain() {
        admin.post(
                        "/api/accounts",
                        accountFields().add("domain", "no.such.example").build())
                .refuses("domain");
        admin.post("/api/accounts", accountFields().add("domain", "no host").build())
                .refuses("domain");
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        String domain = space();
        Api spaceAdmin = adminOf(domain);
        Stream.generate(() -> domain).limit(6).forEach(Fixtures::account);
        JsonObject whole = spaceAdmin.get("/api/accounts").is(200).json();
        assertThat(whole.getInt("total")).isEqualTo(7);
        assertThat(whole.getInt("per_page")).isEqualTo(20);
        assertThat(whole.getInt("current_page")).isEqualTo(1);
        assertThat(whole.getInt("last_page")).isEqualTo(1);

        List<JsonObject> pages = Stream.of(1, 2, 3)
                .map(page -> spaceAdmin
                        .get("/api/accounts?per_page=3&page=" + page)
                        .is(200)
                        .json())
                .toList();

        assertThat(pages.stream().flatMap(page -> page.getJsonArray("data").stream()))
                .containsExactlyElementsOf(whole.getJsonArray("data"));
        assertThat(pages).extracting(page -> page.getInt("last_page")).containsOnly(3);
        assertThat(pages).extracting(page -> page.getInt("current_page")).containsExactly(1, 2, 3);
        assertThat(spaceAdmin
                        .get("/api/accounts?page=" + Integer.MAX_VALUE + "&per_page=200")
                        .is(200)
                        .json()
                        .getJsonArray("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page,0",
        "page,-1",
        "page,x",
        "page,1.5",
        "page,''",
        "page,2147483648",
        "per_page,0",
        "per_page,201",
        "per_page,-1",
        "per_page,x",
        "per_page,99999999999999999999"
    })
    void badPage(String parameter, String value) {
        admin.get("/api/accounts?" + parameter + "=" + value).refuses(parameter);
    }

    @Test
    void putChangesOnlyWhatIsSent() {
        TestAccount account = account(
                admin,
                Map.of(
                        "display_name", "Before",
                        "email", "before@example.net",
                        "phone", "12",
                        "activated", true,
                        "dtmf_protocol", "sipinfo"));

        JsonObject changed = admin.put(account.path(), fields("display_name", "After"))
                .is(200)
                .json();

        assertThat(changed.getString("display_name")).isEqualTo("After");
        SHOWN.stream()
                .filter(name -> !Set.of("display_name", "updated_at").contains(name))
                .forEach(name -> assertThat(changed.get(name))
                        .as(name)
                        .isEqualTo(account.json().get(name)));
    }

    @Test
    void putClearsWhatIsSentAsNull() {
        TestAccount account = account(admin, Map.of("display_name", "Name"));

        JsonObject changed = admin.put(
                        account.path(),
                        Json.createObjectBuilder().addNull("display_name").build())
                .is(200)
                .json();

        assertThat(changed.get("display_name")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void newUsernameOrDomainNeedsThePassword() {
        TestAccount account = account();
        String username = unique("renamed-");
        String domain = space();

        admin.put(account.path(), fields("username", username)).refuses("password");
        admin.put(account.path(), fields("domain", domain)).refuses("password");
        JsonObject moved = admin.put(
                        account.path(), fields("username", username, "domain", domain, "password", PASSWORD))
                .is(200)
                .json();

        assertThat(moved.getString("sip_uri")).isEqualTo("sip:" + username + "@" + domain);
        assertThat(admin.get(account.path()).is(200).json()).isEqualTo(moved);
    }

    @Test
    void refusedChangeChangesNothing() {
        TestAccount account = account();
        JsonObject before = admin.get(account.path()).is(200).json();

        admin.put(account.path(), fields("display_name", "New", "email", "bad", "password", "1"))
                .refuses("email", "password");

        assertThat(admin.get(account.path()).is(200).json()).isEqualTo(before);
    }

    @Test
    void findsByAddressWithAndWithoutScheme() {
        TestAccount account = account();
        String address = account.username() + "@" + account.domain();
        JsonObject shown = admin.get(account.path()).is(200).json();

        for (String sip : List.of(address, "sip:" + address, "sip%3A" + address.replace("@", "%40"))) {
            assertThat(admin.get("/api/accounts/" + sip + "/search").is(200).json())
                    .isEqualTo(shown);
        }
        for (String sip : List.of("nobody-" + address, account.username(), "sip:", "@", "mailto:" + address)) {
            admin.get("/api/accounts/" + sip + "/search").is(404);
        }
    }

    @Test
    void findsByEmail() {
        String email = unique("mail-") + "@example.net";
        TestAccount account = account(admin, Map.of("email", email));

        assertThat(admin.get("/api/accounts/" + email + "/search-by-email")
                        .is(200)
                        .json())
                .isEqualTo(admin.get(account.path()).is(200).json());
        admin.get("/api/accounts/no-" + email + "/search-by-email").is(404);
    }

    @Test
    void sharedEmailFindsTheAccountThatTheCallerSees() {
        String email = unique("mail-") + "@example.net";
        String domain = space();
        account(admin, Map.of("email", email));
        TestAccount theirs = account(domain, Map.of("email", email));

        assertThat(adminOf(domain)
                        .get("/api/accounts/" + email + "/search-by-email")
                        .is(200)
                        .json()
                        .getInt("id"))
                .isEqualTo(theirs.id());
    }

    @ParameterizedTest
    @CsvSource({"activate,activated,true", "deactivate,activated,false", "block,blocked,true", "unblock,blocked,false"})
    void switches(String action, String field, boolean on) {
        TestAccount account = account();

        JsonObject first =
                admin.call("POST", account.path() + "/" + action).is(200).json();
        JsonObject again =
                admin.call("POST", account.path() + "/" + action).is(200).json();

        assertThat(first.getBoolean(field)).isEqualTo(on);
        assertThat(again.getBoolean(field)).isEqualTo(on);
        assertThat(first.keySet()).containsExactlyInAnyOrderElementsOf(SHOWN);
    }

    @Test
    void switchesUndoEachOther() {
        TestAccount account = account();
        for (Map.Entry<String, String> pair :
                Map.of("activate", "deactivate", "block", "unblock").entrySet()) {
            admin.call("POST", account.path() + "/" + pair.getKey()).is(200);
            admin.call("POST", account.path() + "/" + pair.getValue()).is(200);
        }

        JsonObject read = admin.get(account.path()).is(200).json();

        assertThat(read.getBoolean("activated")).isFalse();
        assertThat(read.getBoolean("blocked")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void provisionGivesAFreshToken(String method) {
        TestAccount account = account();

        JsonObject provisioned =
                admin.call(method, account.path() + "/provision").is(200).json();

        assertThat(provisioned.keySet()).containsAll(TICKET).containsAll(SHOWN);
        assertThat(provisioned.getString("provisioning_token"))
                .isNotEqualTo(account.token())
                .matches("[A-Za-z0-9_-]{22,}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void blockedAccountIsNotProvisioned(String method) {
        TestAccount account = account();
        admin.call("POST", account.path() + "/block").is(200);

        admin.call(method, account.path() + "/provision").is(409);

        admin.call("POST", account.path() + "/unblock").is(200);
        admin.call(method, account.path() + "/provision").is(200);
    }

    @Test
    void deletedAccountIsGoneAndItsNameFree() {
        TestAccount account = account();

        assertThat(admin.delete(account.path()).is(200).body()).isEmpty();

        admin.get(account.path()).is(404);
        admin.delete(account.path()).is(404);
        admin.put(account.path(), fields("phone", "1")).is(404);
        JsonObject again = admin.post(
                        "/api/accounts",
                        accountFields().add("username", account.username()).build())
                .is(200)
                .json();
        assertThat(again.getInt("id")).isNotEqualTo(account.id());
    }

    @Test
    void keyDiesWithItsAccount() {
        TestAccount account = account(admin, Map.of("activated", true, "admin", true));
        Api other = withKeyOf(account);
        other.get("/api/accounts?per_page=1").is(200);

        admin.call("POST", account.path() + "/block").is(200);
        other.get("/api/accounts?per_page=1").is(403);
        admin.call("POST", account.path() + "/unblock").is(200);
        other.get("/api/accounts?per_page=1").is(200);
        admin.delete(account.path()).is(200);
        other.get("/api/accounts?per_page=1").is(401);
    }

    @Test
    void fullSpaceTakesNoMoreAccounts() {
        String domain = limitedSpace(1);
        TestAccount only = account(domain);

        admin.post("/api/accounts", accountFields().add("domain", domain).build())
                .is(409);
        admin.put(account().path(), fields("domain", domain, "password", PASSWORD))
                .is(409);
        admin.put(only.path(), fields("username", unique("renamed-"), "password", PASSWORD))
                .is(200);
        admin.delete(only.path()).is(200);
        account(domain);
    }

    @Test
    void lastPlaceIsTakenOnce() {
        String domain = limitedSpace(2);
        account(domain);

        List<Api.Answer> answers = Race.run(
                8,
                () -> admin.post(
                        "/api/accounts", accountFields().add("domain", domain).build()));

        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
    }

    private String limitedSpace(int accounts) {
        String domain = unique("limited-") + ".example.net";
        admin.post(
                        "/api/spaces",
                        spaceFields(domain).add("max_accounts", accounts).build())
                .is(200);
        return domain;
    }

    private static JsonObjectBuilder withPassword() {
        return Json.createObjectBuilder().add("password", PASSWORD);
    }

    private static JsonObject dictionary(Map<String, String> dictionary) {
        return Json.createObjectBuilder()
                .add("dictionary", Json.createObjectBuilder(Map.copyOf(dictionary)))
                .build();
    }

    private static JsonObject fields(String... namesAndValues) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.build();
    }
}
