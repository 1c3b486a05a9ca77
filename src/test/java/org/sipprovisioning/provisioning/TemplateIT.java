package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

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
import org.sipprovisioning.it.AdminClient;
import org.sipprovisioning.it.AdminClient.TestAccount;
import org.sipprovisioning.it.Crowd;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;

/** Values of a space's entries that depend on who asks, and with which parameters. */
@InServer
class TemplateIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final Path DOCUMENTATION = Path.of("docs/hooks.md");
    private static final int CLIENTS = 16;

    private final AdminClient admin = AdminClient.suite();

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
        TestAccount known = admin.account(
                space,
                Map.of(
                        "display_name",
                        "Zo\u00eb ${account.phone} \"<&>",
                        "phone",
                        "+33123",
                        "dictionary",
                        Map.of("desk no", "4b", "other", "x")));
        TestAccount bare = admin.account(space);

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
        String space = admin.space(Map.of(
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
        TestAccount account = admin.account(space, Map.of("activated", false));
        List<String> before = state(account);

        for (Answer answer : List.of(
                Phone.suite().host(space).get("/provisioning?site=" + value),
                Phone.suite().get(account.url() + "?reset_password&site=" + value))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("site").doesNotContain("secret", "<config");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }

        assertThat(state(account)).isEqualTo(before);
        assertThat(document(account, "?site=a&other=" + value).value("net", "stun_server"))
                .isEqualTo("a");
        Phone.suite().assertDead(account.token());
    }

    @Test
    void refusesAParameterThatLeavesNoUsableDocumentAndUsesNothingUp() {
        String space = space("[proxy_0]\nreg_proxy=<sip:${request.param.host}:${request.param.port};transport=tcp>\n");
        TestAccount account = admin.account(space, Map.of("activated", false));
        List<String> before = state(account);

        Answer answer = Phone.suite().get(account.url() + "?host=secret+host&port=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("secret", "<config");
        assertThat(state(account)).isEqualTo(before);
        assertThat(document(account, "?host=reg.example&port=5070").value("proxy_0", "reg_proxy"))
                .isEqualTo("<sip:reg.example:5070;transport=tcp>");
        assertThat(document(admin.issue(account), "?host=reg.example").value("proxy_0", "reg_proxy"))
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

        Answer answer = admin.send(
                "PUT",
                "/api/spaces/" + space,
                Map.of(ENTRIES, "[net]\nmtu=1\nstun_server=hunter2${account.email}\n[a]\nb=${open\n"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains(ENTRIES, "[net] stun_server", "[a] b", "${account.dictionary.KEY}")
                .doesNotContain("[net] mtu", "hunter2", "account.email");
        assertThat(Phone.suite().host(space).config("/provisioning").value("net", "mtu"))
                .isEqualTo("1300");
    }

    @Test
    void everyoneGetsTheirOwnAlsoAtTheSameTime() {
        String space = space("[net]\nstun_server=${request.param.site}\n[who]\nuser=${account.username}\n");
        List<TestAccount> accounts =
                IntStream.range(0, CLIENTS).mapToObj(i -> admin.account(space)).toList();

        List<List<PhoneConfig>> all = Crowd.all(
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

    /** As it is documented, word by word. */
    @Test
    void documentedExampleAnswersAsDocumented() throws IOException {
        String text = Files.readString(DOCUMENTATION);
        String space = admin.space(Map.of());
        try (JsonReader body = jakarta.json.Json.createReader(new StringReader(found("-d '(.*)'", text)))) {
            JsonObject json = body.readObject();
            admin.changeSpace(space, Map.of(ENTRIES, json.getString(ENTRIES)));
        }

        PhoneConfig answer = Phone.suite().host(space).config(found("curl -s '(http:.*)'", text));

        String documented = found("(?s)```xml\n(.*?)```", text).replace("http://127.0.0.1:8080", "http://" + space);
        assertThat(answer).isEqualTo(PhoneConfig.read(documented.getBytes(StandardCharsets.UTF_8)));
        TestAccount account = admin.account(space, Map.of("display_name", "Zo\u00eb"));
        assertThat(document(account, "").of("app")).contains(line("app", "welcome", "Zo\u00eb"));
    }

    private String space(String entries) {
        return admin.space(Map.of(ENTRIES, entries));
    }

    private static PhoneConfig document(TestAccount account, String query) {
        return Phone.suite().config("/provisioning/" + account.token() + query);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static List<String> state(TestAccount account) {
        return Rows.row(
                "SELECT a.version, a.activated, a.ha1_md5, t.hash, t.used_at FROM account a"
                        + " JOIN provisioning_token t ON t.account_id = a.id WHERE a.id = ?",
                account.id());
    }
}
