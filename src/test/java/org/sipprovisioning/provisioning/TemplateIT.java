package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests the templates in a space's entries, whose values depend on the account, the space and the parameters of a
 * request.
 */
@InServer
class TemplateIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final Path DOCUMENTATION = Path.of("docs/hooks.md");
    private static final int CLIENTS = 16;

    @Test
    void baseDocumentHasWhatTheRequestAndTheSpaceSay() {
        String space = space("""
                [net]
                stun_server=stun.${request.param.site}.example.org
                mtu=1300
                other=${request.param.other}
                [who]
                space=${space.domain}
                phone=${account.phone}
                user=${account.username}
                literal=$${space.domain}
                """);
        Phone phone = Phone.suite().host(space);

        assertThat(phone.config("/provisioning?x=1&site=k%C3%B6ln+%26%20%3C&site=2")
                        .lines())
                .contains(
                        line("net", "stun_server", "stun.k\u00f6ln & <.example.org"),
                        line("net", "mtu", "1300"),
                        line("who", "space", space),
                        line("who", "literal", "${space.domain}"))
                .hasSize(5);
        assertThat(phone.config("/provisioning?SITE=x&other=").of("net")).containsExactly(line("net", "mtu", "1300"));
        assertThat(phone.config("/provisioning?site=%24%7Bspace.domain%7D").value("net", "stun_server"))
                .isEqualTo("stun.${space.domain}.example.org");
    }

    @Test
    void accountsDocumentHasWhatTheAccountSays() {
        String space = space("""
                [who]
                address=${account.username}@${account.domain}
                name=${account.display_name}
                phone=tel:${account.phone}
                desk=${account.dictionary.desk no}
                car=${account.dictionary.car}
                site=${request.param.site}
                """);
        TestAccount known = account(
                space,
                Map.of(
                        "display_name",
                        "Zo\u00eb ${account.phone} \"<&>",
                        "phone",
                        "+33123",
                        "dictionary",
                        Map.of("desk no", "4b", "other", "x")));
        TestAccount bare = account(space);

        assertThat(document(known, "?site=a").of("who"))
                .containsExactly(
                        line("who", "address", known.username() + "@" + space),
                        line("who", "name", "Zo\u00eb ${account.phone} \"<&>"),
                        line("who", "phone", "tel:+33123"),
                        line("who", "desk", "4b"),
                        line("who", "site", "a"));
        assertThat(document(bare, "?reset_password&site=b").of("who"))
                .containsExactly(line("who", "address", bare.username() + "@" + space), line("who", "site", "b"));
    }

    @Test
    void overwritesWhatIsFilledIn() {
        String space = hostedSpace(Map.of(
                ENTRIES,
                "[net]\nstun_server=${request.param.site}\nmtu=${request.param.mtu}\n",
                "custom_provisioning_overwrite",
                List.of("net/stun*")));

        assertThat(Phone.suite()
                        .host(space)
                        .config("/provisioning?site=a&mtu=1")
                        .of("net"))
                .containsExactly(overwriting("net", "stun_server", "a"), line("net", "mtu", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret%0A[proxy_9]", "%0D", "%00", "%1B", "%FFsecret", "%C3", "%EF%BF%BF", "%ED%A0%80"})
    void refusesAParameterThatNoDocumentCanHoldAndUsesNothingUp(String value) {
        String space = space("[net]\nstun_server=${request.param.site}\n");
        TestAccount account = account(space, Map.of("activated", false));
        List<String> before = account.stored();

        for (Answer answer : List.of(
                Phone.suite().host(space).get("/provisioning?site=" + value),
                Phone.suite().get(account.url() + "?reset_password&site=" + value))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("site").doesNotContain("secret", "<config");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }

        assertThat(account.stored()).isEqualTo(before);
        assertThat(document(account, "?site=a&other=" + value).value("net", "stun_server"))
                .isEqualTo("a");
        Phone.suite().assertDead(account.token());
    }

    @Test
    void refusesAParameterThatLeavesNoUsableDocumentAndUsesNothingUp() {
        String space = space("[proxy_0]\nreg_proxy=<sip:${request.param.host}:${request.param.port};transport=tcp>\n");
        TestAccount account = account(space, Map.of("activated", false));
        List<String> before = account.stored();

        Answer answer = Phone.suite().get(account.url() + "?host=secret+host&port=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("secret", "<config");
        assertThat(account.stored()).isEqualTo(before);
        assertThat(document(account, "?host=reg.example&port=5070").value("proxy_0", "reg_proxy"))
                .isEqualTo("<sip:reg.example:5070;transport=tcp>");
        assertThat(document(account.issue(), "?host=reg.example").value("proxy_0", "reg_proxy"))
                .isEqualTo("<sip:" + space + ";transport=tls>");
    }

    @Test
    void isNothingWhereNoTemplateAsks() {
        String space = space("[net]\nmtu=1300\n");

        assertThat(Phone.suite().host(space).config("/provisioning?site=%0A").of("net"))
                .containsExactly(line("net", "mtu", "1300"));
    }

    @Test
    void refusesTemplatesThatAreNotKnownWhenTheyAreSaved() {
        String space = space("[net]\nmtu=1300\n");

        Api.Answer answer = Api.superAdmin()
                .put(
                        "/api/spaces/" + space,
                        Map.of(ENTRIES, "[net]\nmtu=1\nstun_server=hunter2${account.email}\n[a]\nb=${open\n"));

        assertThat(answer.is(422).body())
                .contains(ENTRIES, "[net] stun_server", "[a] b", "${account.dictionary.KEY}")
                .doesNotContain("[net] mtu", "hunter2", "account.email");
        assertThat(Phone.suite().host(space).config("/provisioning").value("net", "mtu"))
                .isEqualTo("1300");
    }

    @Test
    void everyoneGetsTheirOwnAlsoAtTheSameTime() {
        String space = space("[net]\nstun_server=${request.param.site}\n[who]\nuser=${account.username}\n");
        List<TestAccount> accounts =
                IntStream.range(0, CLIENTS).mapToObj(i -> account(space)).toList();

        List<List<PhoneConfig>> all = Race.run(
                CLIENTS,
                client -> List.of(
                        Phone.suite().host(space).config("/provisioning?site=base" + client),
                        document(accounts.get(client), "?site=account" + client),
                        Phone.suite().host(space).config("/provisioning?site=again" + client)));

        for (int client = 0; client < CLIENTS; client++) {
            assertThat(all.get(client).get(0).lines())
                    .contains(line("net", "stun_server", "base" + client))
                    .noneMatch(line -> line.contains("user"));
            assertThat(all.get(client).get(1).lines())
                    .contains(
                            line("net", "stun_server", "account" + client),
                            line("who", "user", accounts.get(client).username()));
            assertThat(all.get(client).get(2).lines()).contains(line("net", "stun_server", "again" + client));
        }
    }

    /** Runs the example of the documentation, word for word. */
    @Test
    void documentedExampleAnswersAsDocumented() throws IOException {
        String text = Files.readString(DOCUMENTATION);
        String space = hostedSpace();
        try (JsonReader body = Json.createReader(new StringReader(found("-d '(.*)'", text)))) {
            JsonObject json = body.readObject();
            changeSpace(space, Map.of(ENTRIES, json.getString(ENTRIES)));
        }

        PhoneConfig answer = Phone.suite().host(space).config(found("curl -s '(http:.*)'", text));

        String documented = found("(?s)```xml\n(.*?)```", text).replace("http://127.0.0.1:8080", "http://" + space);
        assertThat(answer).isEqualTo(PhoneConfig.read(documented.getBytes(StandardCharsets.UTF_8)));
        TestAccount account = account(space, Map.of("display_name", "Zo\u00eb"));
        assertThat(document(account, "").of("app")).contains(line("app", "welcome", "Zo\u00eb"));
    }

    private String space(String entries) {
        return hostedSpace(Map.of(ENTRIES, entries));
    }

    private static PhoneConfig document(TestAccount account, String query) {
        return Phone.suite().config("/provisioning/" + account.token() + query);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
