package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;
import static org.sipprovisioning.it.Fixtures.withKeyOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.TestAccount;

/** Tests an account's contacts: admins manage them, their user reads them, the phone fetches them. */
@InServer
class ContactIT {
    private static final String VCARD = "/contacts/vcard";
    private static final String TYPE = "text/vcard; ?charset=(utf|UTF)-8";
    private static final String MINE = "/api/accounts/me/contacts";

    private final String domain = space();
    private final Api admin = adminOf(domain);
    private final TestAccount alice = account(domain);
    private final Api user = withKeyOf(alice);
    private final TestAccount bob = named("Bob, the \"Builder\"; äöü");

    @Test
    void addedItIsListedAndRemovedItIsNot() {
        JsonObject added = add(bob).is(200).json();

        assertThat(added)
                .isEqualTo(Json.createObjectBuilder()
                        .add("id", bob.id())
                        .add("username", bob.username())
                        .add("domain", domain)
                        .add("sip_uri", bob.sipUri())
                        .add("display_name", "Bob, the \"Builder\"; äöü")
                        .build());
        assertThat(list()).containsExactly(added);
        assertThat(mine()).containsExactly(added);

        assertThat(admin.delete(contact(bob)).is(200).body()).isEmpty();

        assertThat(list()).isEmpty();
        assertThat(mine()).isEmpty();
        admin.delete(contact(bob)).is(404);
    }

    @Test
    void addedTwiceItIsOneContact() {
        add(bob).is(200);
        add(bob).is(200);

        assertThat(list()).hasSize(1);
    }

    @Test
    void addedAtOnceItIsOneContact() {
        assertThat(Race.run(8, () -> add(bob).status())).containsOnly(200);

        assertThat(list()).hasSize(1);
    }

    @Test
    void isOneOneWayOnly() {
        add(bob).is(200);

        assertThat(admin.get(bob.path() + "/contacts").is(200).structure().asJsonArray())
                .isEmpty();
    }

    @Test
    void listedByTheOrderOfTheirIds() {
        TestAccount carol = account(domain);
        add(carol).is(200);
        add(bob).is(200);

        assertThat(list()).extracting(contact -> contact.getInt("id")).containsExactly(bob.id(), carol.id());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        admin.get("/api/accounts/9223372036854775807/contacts").is(404);
        admin.call("POST", alice.path() + "/contacts/9223372036854775807").is(404);
        admin.call("POST", "/api/accounts/9223372036854775807/contacts/" + bob.id())
                .is(404);
        admin.call("POST", alice.path() + "/contacts/bob").is(404);
        admin.delete(contact(bob)).is(404);
    }

    @Test
    void otherSpacesAreNotFound() {
        TestAccount stranger = account(space());
        Api another = adminOf(stranger.domain());

        add(stranger).is(404);
        another.get(alice.path() + "/contacts").is(404);
        another.call("POST", contact(bob)).is(404);
        another.call("POST", stranger.path() + "/contacts/" + bob.id()).is(404);
        add(bob).is(200);
        another.delete(contact(bob)).is(404);

        assertThat(list()).hasSize(1);
    }

    @Test
    void superAdminJoinsSpaces() {
        TestAccount stranger = account(space());

        Api.superAdmin().call("POST", contact(stranger)).is(200);

        assertThat(mine()).extracting(contact -> contact.getString("sip_uri")).containsExactly(stranger.sipUri());
    }

    @Test
    void deletedAccountIsNobodysContact() {
        add(bob).is(200);

        admin.delete(bob.path()).is(200);

        assertThat(list()).isEmpty();
        assertThat(user.get(VCARD).is(200).body()).isEmpty();
    }

    @Test
    void userFindsOneByItsAddress() {
        add(bob).is(200);

        String uri = bob.sipUri();
        assertThat(user.get(MINE + "/" + uri).is(200).json()).isEqualTo(list().get(0));
        assertThat(user.get(MINE + "/" + uri.substring(4)).is(200).json()).isEqualTo(list().get(0));
        user.get(MINE + "/" + alice.sipUri()).is(404);
        user.get(MINE + "/nonsense").is(404);
    }

    @Test
    void usersDoNotTouchTheirs() {
        add(bob).is(200);

        user.get(alice.path() + "/contacts").is(403);
        user.call("POST", contact(bob)).is(403);
        user.delete(contact(bob)).is(403);
        user.call("POST", MINE + "/" + bob.sipUri()).is(405);

        assertThat(mine()).hasSize(1);
    }

    @Test
    void phoneGetsThemAsVCards() {
        add(bob).is(200);
        TestAccount carol = account(domain);
        add(carol).is(200);

        Api.Answer answer = user.get(VCARD).is(200);

        assertThat(answer.header("Content-Type")).matches(TYPE);
        assertThat(answer.header("Content-Length"))
                .isEqualTo(String.valueOf(answer.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.body())
                .isEqualTo("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bob\\, the \"Builder\"; äöü\r\nIMPP:%s\r\nEND:VCARD\r\n"
                                .formatted(bob.sipUri())
                        + "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:%s\r\nIMPP:%s\r\nEND:VCARD\r\n"
                                .formatted(carol.username(), carol.sipUri()));
    }

    @Test
    void withoutContactsItIsEmpty() {
        Api.Answer answer = user.get(VCARD).is(200);

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.header("Content-Type")).matches(TYPE);
    }

    @Test
    void anyAcceptGetsThem() {
        for (String accept : List.of("*/*", "text/html", "application/json", "x/y")) {
            user.with("Accept", accept).get(VCARD).is(200);
        }
    }

    @Test
    void headTellsOfThem() {
        add(bob).is(200);

        Api.Answer head = user.call("HEAD", VCARD).is(200);

        assertThat(head.header("Content-Type")).matches(TYPE);
        assertThat(head.header("Content-Length")).isEqualTo(user.get(VCARD).header("Content-Length"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void whoIsNotServedIsLeftOut() {
        add(bob).is(200);
        admin.call("POST", bob.path() + "/block").is(200);

        assertThat(user.get(VCARD).is(200).body()).isEmpty();
        assertThat(mine()).hasSize(1);

        admin.call("POST", bob.path() + "/unblock").is(200);
        assertThat(user.get(VCARD).is(200).body()).contains(bob.sipUri());
    }

    @Test
    void nobodyGetsThemWithoutACredential() {
        Api.anonymous().get(VCARD).is(401);
        Api.anonymous().get(MINE).is(401);
        admin.call("POST", alice.path() + "/block").is(200);
        user.get(VCARD).is(403);
        user.get(MINE).is(403);
    }

    private TestAccount named(String displayName) {
        return account(domain, Map.of("display_name", displayName));
    }

    private Api.Answer add(TestAccount contact) {
        return admin.call("POST", contact(contact));
    }

    private String contact(TestAccount contact) {
        return alice.path() + "/contacts/" + contact.id();
    }

    private List<JsonObject> list() {
        return admin.get(alice.path() + "/contacts")
                .is(200)
                .structure()
                .asJsonArray()
                .getValuesAs(JsonObject.class);
    }

    private List<JsonObject> mine() {
        return user.get(MINE).is(200).structure().asJsonArray().getValuesAs(JsonObject.class);
    }
}
