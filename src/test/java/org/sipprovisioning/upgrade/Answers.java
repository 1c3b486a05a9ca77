package org.sipprovisioning.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.RawHttp;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/**
 * What clients see of the data. The new version must answer the same: each value of a JSON answer, and each byte of
 * another one. A JSON object may have more fields than before.
 */
final class Answers {
    /** Changes with each use of a key. */
    private static final Set<String> LEFT_OUT = Set.of("last_used_at");

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Sample sample;
    private final Instant until;

    private Answers(Sample sample, Instant until) {
        this.sample = sample;
        this.until = until;
    }

    static Answers of(Server server, Sample sample) {
        return of(server, sample, Instant.now());
    }

    /** Asserts that a server gives the same answers. */
    void assertSame(Server server) {
        Answers now = of(server, sample, until);
        answers.forEach((question, answer) -> assertSame(question, answer, now.answers.get(question)));
    }

    /** @param until the trail is asked for what happened before this */
    private static Answers of(Server server, Sample sample, Instant until) {
        Answers asked = new Answers(sample, until);
        asked.byTheSuperAdmin(server);
        asked.byTheAdmin(server);
        asked.byTheUser(server);
        asked.byPhones(server);
        return asked;
    }

    private void byTheSuperAdmin(Server server) {
        Api caller = Api.withKey(server, Sample.SUPER_ADMINS_KEY);
        ask("super admin", caller, "/api/accounts/me");
        ask("super admin", caller, "/api/spaces");
        ask("super admin", caller, "/api/spaces/" + sample.domain());
        ask("super admin", caller, "/api/spaces/" + sample.domain() + "/carddavs");
        ask("super admin", caller, "/api/spaces/" + Filling.DOMAIN);
        for (int number : new int[] {1, Filling.ROWS / 2, Filling.ROWS}) {
            ask(
                    "super admin",
                    caller,
                    "/api/accounts/sip:" + Filling.username(number) + "@" + Filling.DOMAIN + "/search");
        }
        ask("super admin", caller, "/api/keys");
        ask("super admin", caller, trail("page=1"));
        ask("super admin", caller, trail("page=" + Math.min(250, Filling.ROWS / 400)));
        ask("super admin", caller, trail("account=sip:" + Filling.username(7) + "@" + Filling.DOMAIN));
    }

    private void byTheAdmin(Server server) {
        Api caller = Api.withKey(server, sample.adminsKey());
        ask("admin", caller, "/api/accounts");
        ask("admin", caller, "/api/accounts/alice@example.org/search-by-email");
        for (TestAccount account : sample.accounts()) {
            ask("admin", caller, account.path());
        }
        ask("admin", caller, sample.alice().path() + "/external");
        ask("admin", caller, sample.alice().path() + "/contacts");
        ask("admin", caller, "/api/keys");
        ask("admin", caller, trail("event=account_created"));
        ask("admin's program", Api.withKey(server, sample.programsKey()), "/api/accounts/me");
    }

    private void byTheUser(Server server) {
        Api caller = Api.withKey(server, sample.usersKey());
        ask("user", caller, "/provisioning/me");
        ask("user", caller, "/api/accounts/me");
        ask("user", caller, "/api/accounts/me/contacts");
        ask("user", caller, "/contacts/vcard");
        keep("user, by Digest: /provisioning/me", Login.of(sample.alice()).get(server, "/provisioning/me"));
        keep("filled account, by Digest: /provisioning/me", Login.ofFilled(5).get(server, "/provisioning/me"));
    }

    private void byPhones(Server server) {
        for (String host : new String[] {"127.0.0.1", sample.domain(), Filling.DOMAIN}) {
            RawHttp.Answer answer = Phone.at(server).host(host).get("/provisioning");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answers.put("phone: /provisioning at " + host, answer.text());
        }
    }

    private String trail(String query) {
        return "/api/audit?per_page=200&to=" + until + "&" + query;
    }

    private void ask(String who, Api caller, String path) {
        keep(who + ": " + path, caller.get(path));
    }

    private void keep(String question, Api.Answer answer) {
        answers.put(
                question,
                answer.is(200).body().replace(":" + answer.response().uri().getPort() + "/", "/"));
    }

    private static void assertSame(String question, String before, String now) {
        if (before.startsWith("{") || before.startsWith("[")) {
            assertSame(question, json(before), json(now));
        } else {
            assertThat(now).as(question).isEqualTo(before);
        }
    }

    private static void assertSame(String where, JsonValue before, JsonValue now) {
        if (before instanceof JsonObject object && now instanceof JsonObject nowObject) {
            assertThat(nowObject.keySet()).as(where).containsAll(object.keySet());
            object.forEach((name, value) -> {
                if (!LEFT_OUT.contains(name)) {
                    assertSame(where + " ." + name, value, nowObject.get(name));
                }
            });
        } else if (before instanceof JsonArray array && now instanceof JsonArray nowArray) {
            assertThat(nowArray).as(where).hasSameSizeAs(array);
            for (int i = 0; i < array.size(); i++) {
                assertSame(where + " [" + i + "]", array.get(i), nowArray.get(i));
            }
        } else {
            assertThat(now).as(where).isEqualTo(before);
        }
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
