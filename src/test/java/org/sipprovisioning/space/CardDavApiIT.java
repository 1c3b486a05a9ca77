package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.space;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Rows;

/** Tests {@code /api/spaces/{domain}/carddavs} as a super admin uses it. RolesIT tests the rights. */
@InServer
class CardDavApiIT {
    private static final String URI = "https://dav.example.com/book/";
    private static final Set<String> SHOWN = Set.of(
            "id",
            "uri",
            "port",
            "enabled",
            "use_exact_match_policy",
            "min_characters",
            "results_limit",
            "timeout",
            "delay",
            "fields_for_user_input",
            "fields_for_domain");

    private final Api admin = Api.superAdmin();
    private final String domain = space();
    private final String path = "/api/spaces/" + domain + "/carddavs";

    @Test
    void serverWithNothingButItsUriHasTheDefaults() {
        JsonObject created = create(required());

        assertThat(created.keySet()).isEqualTo(SHOWN);
        assertThat(created.getString("uri")).isEqualTo(URI);
        assertThat(created.getBoolean("enabled")).isTrue();
        assertThat(created.getBoolean("use_exact_match_policy")).isFalse();
        assertThat(created.getInt("min_characters")).isEqualTo(3);
        assertThat(created.getInt("results_limit")).isZero();
        assertThat(created.getInt("timeout")).isEqualTo(5);
        assertThat(created.getInt("delay")).isEqualTo(500);
        for (String absent : List.of("port", "fields_for_user_input", "fields_for_domain")) {
            assertThat(created.get(absent)).isEqualTo(JsonValue.NULL);
        }
    }

    @Test
    void everyFieldIsKept() {
        JsonObject sent = all().add("no_such_field", 1).build();

        JsonObject created = admin.post(path, sent).is(200).json();

        SHOWN.stream()
                .filter(name -> !name.equals("id"))
                .forEach(name -> assertThat(created.get(name)).as(name).isEqualTo(sent.get(name)));
        assertThat(admin.get(path(created)).is(200).json()).isEqualTo(created);
        assertThat(admin.get(path).is(200).structure().asJsonArray()).containsExactly(created);
    }

    @Test
    void changeTouchesWhatIsThereAndNothingElse() {
        JsonObject created = create(all());

        JsonObject changed =
                admin.put(path(created), object("delay", 100)).is(200).json();
        JsonObject cleared = admin.put(
                        path(created),
                        Json.createObjectBuilder()
                                .addNull("port")
                                .add("fields_for_domain", "")
                                .build())
                .is(200)
                .json();

        assertThat(changed)
                .isEqualTo(Json.createObjectBuilder(created).add("delay", 100).build());
        assertThat(cleared)
                .isEqualTo(Json.createObjectBuilder(changed)
                        .addNull("port")
                        .addNull("fields_for_domain")
                        .build());
        assertThat(admin.put(path(created), JsonValue.EMPTY_JSON_OBJECT).is(200).json())
                .isEqualTo(cleared);
    }

    @Test
    void listIsTheSpacesOwnInTheOrderOfTheirIds() {
        JsonObject one = create(required());
        admin.post("/api/spaces/" + space() + "/carddavs", required().build()).is(200);
        JsonObject two = create(all());

        assertThat(admin.get(path).is(200).structure().asJsonArray()).containsExactly(one, two);
    }

    @Test
    void removedIsGone() {
        JsonObject created = create(required());

        assertThat(admin.delete(path(created)).is(200).body()).isEmpty();

        admin.get(path(created)).is(404);
        admin.put(path(created), object("delay", 100)).is(404);
        admin.delete(path(created)).is(404);
        assertThat(admin.get(path).is(200).structure().asJsonArray()).isEmpty();
    }

    @Test
    void anotherSpacesServerIsNotFound() {
        JsonObject created = create(required());
        String elsewhere = "/api/spaces/" + space() + "/carddavs/" + created.getInt("id");

        admin.get(elsewhere).is(404);
        admin.put(elsewhere, object("delay", 100)).is(404);
        admin.delete(elsewhere).is(404);
        assertThat(admin.get(path(created)).is(200).json()).isEqualTo(created);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        String nowhere = "/api/spaces/no.such.example/carddavs";
        admin.get(nowhere).is(404);
        admin.post(nowhere, required().build()).is(404);
        admin.get(path + "/0").is(404);
        admin.get(path + "/x").is(404);
        admin.get(path + "/99999999999999999999").is(404);
    }

    @Test
    void goesWithItsSpace() {
        JsonObject created = create(required());

        admin.delete("/api/spaces/" + domain).is(200);

        admin.get(path(created)).is(404);
        assertThat(Rows.row("SELECT id FROM carddav_server WHERE id = ?", created.getInt("id")))
                .isEmpty();
    }

    @Test
    void uriIsRequired() {
        admin.post(path, JsonValue.EMPTY_JSON_OBJECT).refuses("uri");
        admin.post(path, object("uri", "")).refuses("uri");
        admin.post(path, Json.createObjectBuilder().addNull("uri").build()).refuses("uri");
        JsonObject created = create(required());
        admin.put(path(created), object("uri", "")).refuses("uri");
        admin.put(path(created), Json.createObjectBuilder().addNull("uri").build())
                .refuses("uri");
    }

    @ParameterizedTest
    @CsvSource({
        "uri,dav.example.com",
        "uri,ftp://dav.example.com/",
        "uri,https:///book",
        "uri,https://user@dav.example.com/",
        "uri,https://dav.example.com/#fragment",
        "uri,https://dav.example.com:0/",
        "uri,https://dav.example.com/a b",
        "fields_for_user_input,FN;N",
        "fields_for_domain,'FN,,N'"
    })
    void badText(String field, String value) {
        admin.post(path, required().add(field, value).build()).refuses(field);
        admin.put(path(create(required())), object(field, value)).refuses(field);
    }

    @ParameterizedTest
    @CsvSource({
        "port,0",
        "port,65536",
        "min_characters,-1",
        "min_characters,101",
        "results_limit,-1",
        "results_limit,10001",
        "timeout,0",
        "timeout,301",
        "delay,-1",
        "delay,60001"
    })
    void numberOutOfRange(String field, int value) {
        admin.post(path, required().add(field, value).build()).refuses(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uri", "port", "enabled", "use_exact_match_policy", "min_characters", "fields_for_domain"})
    void wrongType(String field) {
        admin.post(path, required().add(field, Json.createArrayBuilder()).build())
                .refuses(field);
    }

    @Test
    void allThatIsWrongIsNamed() {
        admin.post(
                        path,
                        Json.createObjectBuilder()
                                .add("port", 0)
                                .add("enabled", "yes")
                                .build())
                .refuses("uri", "port", "enabled");
    }

    @Test
    void uriAndPortMustAgree() {
        admin.post(
                        path,
                        required()
                                .add("uri", "https://dav.example.com:8443/")
                                .add("port", 8444)
                                .build())
                .refuses("port");
        JsonObject created =
                create(required().add("uri", "https://dav.example.com:8443/").add("port", 8443));

        admin.put(path(created), object("port", 8444)).refuses("port");
        admin.put(path(created), object("uri", "https://dav.example.com:8444/")).refuses("uri");
        assertThat(admin.get(path(created)).is(200).json()).isEqualTo(created);
    }

    @Test
    void manyRemoveOne() {
        JsonObject created = create(required());

        List<Api.Answer> answers = Race.run(8, () -> admin.delete(path(created)));

        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsOnly(200, 404)
                .containsOnlyOnce(200);
    }

    private JsonObject create(JsonObjectBuilder fields) {
        return admin.post(path, fields.build()).is(200).json();
    }

    private String path(JsonObject created) {
        return path + "/" + created.getInt("id");
    }

    private static JsonObjectBuilder required() {
        return Json.createObjectBuilder().add("uri", URI);
    }

    private static JsonObjectBuilder all() {
        return required()
                .add("port", 8443)
                .add("enabled", false)
                .add("use_exact_match_policy", true)
                .add("min_characters", 1)
                .add("results_limit", 20)
                .add("timeout", 7)
                .add("delay", 200)
                .add("fields_for_user_input", "FN,N,X-NICK")
                .add("fields_for_domain", "IMPP");
    }

    private static JsonObject object(String field, String value) {
        return Json.createObjectBuilder().add(field, value).build();
    }

    private static JsonObject object(String field, int value) {
        return Json.createObjectBuilder().add(field, value).build();
    }
}
