package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.AdminClient;
import org.sipprovisioning.it.AdminClient.TestAccount;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Json;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.space.DigestAlgorithm;

/** The address books of a space in its documents, and an account's credentials for them in its own. */
@InServer
class AddressBookDocumentIT {
    private static final String FIRST = "remote_contact_directory_0";
    private static final String SECOND = "remote_contact_directory_1";

    private final AdminClient admin = AdminClient.suite();

    @Test
    void everyChangeIsInTheNextDocument() {
        String domain = admin.space(Map.of());
        assertThat(base(domain).sections()).containsExactly("misc");

        String one = add(domain, Map.of("uri", "https://one.example.com/book", "port", 8443));
        assertThat(base(domain).sections()).containsExactly("misc", FIRST);
        assertThat(base(domain).of(FIRST))
                .containsExactly(
                        overwriting(FIRST, "enabled", "1"),
                        overwriting(FIRST, "type", "carddav"),
                        overwriting(FIRST, "uri", "https://one.example.com:8443/book"),
                        overwriting(FIRST, "min_characters", "3"),
                        overwriting(FIRST, "results_limit", "0"),
                        overwriting(FIRST, "timeout", "5"),
                        overwriting(FIRST, "delay", "500"),
                        overwriting(FIRST, "carddav_fields_for_user_input", ""),
                        overwriting(FIRST, "carddav_fields_for_domain", ""),
                        overwriting(FIRST, "carddav_use_exact_match_policy", "0"));

        send("PUT", one, Map.of("enabled", false, "fields_for_user_input", "FN, N"));
        assertThat(base(domain).of(FIRST))
                .contains(
                        overwriting(FIRST, "enabled", "0"),
                        overwriting(FIRST, "carddav_fields_for_user_input", "FN,N"));

        add(domain, Map.of("uri", "https://two.example.com/"));
        assertThat(base(domain).value(SECOND, "uri")).isEqualTo("https://two.example.com/");

        send("DELETE", one, Map.of());
        assertThat(base(domain).sections()).containsExactly("misc", FIRST);
        assertThat(base(domain).value(FIRST, "uri")).isEqualTo("https://two.example.com/");
    }

    @Test
    void anotherSpaceHasNone() {
        String domain = admin.space(Map.of());
        add(domain, Map.of("uri", "https://one.example.com/"));

        assertThat(base(admin.space(Map.of())).sections()).containsExactly("misc");
    }

    @Test
    void theySitBesideTheEntriesOwn() {
        String domain = admin.space(Map.of("custom_provisioning_entries", "[" + FIRST + "]\ntype=ldap\n"));
        add(domain, Map.of("uri", "https://one.example.com/"));

        PhoneConfig config = base(domain);

        assertThat(config.of(FIRST)).containsExactly(line(FIRST, "type", "ldap"));
        assertThat(config.value(SECOND, "uri")).isEqualTo("https://one.example.com/");
    }

    @Test
    void accountCarriesItsCredentials() {
        String domain = admin.space(Map.of());
        String one = add(domain, Map.of("uri", "https://one.example.com:8443/"));
        String two = add(domain, Map.of("uri", "https://two.example.com/", "enabled", false));
        TestAccount account = admin.account(domain);
        admin.linkExternal(
                account, Map.of("username", "e", "domain", "ext.example.com", "password", "pw", "protocol", "TLS"));
        prove(account, two, Map.of("username", "carla", "realm", "second", "algorithm", "SHA-256"));
        prove(account, one, Map.of("username", "carla", "realm", "first"));

        PhoneConfig config = Phone.suite().config(account.url());

        assertThat(config.sections())
                .containsExactly(
                        "misc",
                        "ui",
                        FIRST,
                        SECOND,
                        "proxy_0",
                        "auth_info_0",
                        "proxy_1",
                        "auth_info_1",
                        "auth_info_2",
                        "auth_info_3");
        assertThat(config.of("auth_info_2"))
                .contains(
                        overwriting("auth_info_2", "username", "carla"),
                        overwriting("auth_info_2", "domain", "one.example.com"),
                        overwriting("auth_info_2", "ha1", DigestAlgorithm.MD5.ha1("carla", "first", "pw")),
                        overwriting("auth_info_2", "realm", "first"),
                        overwriting("auth_info_2", "algorithm", "MD5"),
                        overwriting("auth_info_2", "userid", ""),
                        overwriting("auth_info_2", "passwd", ""),
                        overwriting("auth_info_2", "refresh_token", ""))
                .allMatch(line -> line.contains(" := "));
        assertThat(config.value("auth_info_3", "ha1")).isEqualTo(DigestAlgorithm.SHA_256.ha1("carla", "second", "pw"));

        admin.unlinkExternal(account);
        send("DELETE", credential(account, one), Map.of());
        PhoneConfig next = Phone.suite().config(admin.issue(account).url());

        assertThat(next.value("auth_info_1", "realm")).isEqualTo("second");
        assertThat(next.value("auth_info_2", "realm")).isEmpty();
        assertThat(next.sections()).doesNotContain("auth_info_3");
    }

    @Test
    void accountWithoutAPasswordHasNoGap() {
        String domain = admin.space(Map.of());
        String one = add(domain, Map.of("uri", "https://one.example.com/"));
        TestAccount account = admin.account(domain);
        prove(account, one, Map.of("username", "carla", "realm", "first"));
        Answer dropped = admin.send("PUT", "/api/spaces/" + domain + "?drop_credentials=true", Map.of("realm", "new"));
        assertThat(dropped.status()).as(dropped.text()).isEqualTo(200);

        PhoneConfig config = Phone.suite().config(account.url());

        assertThat(config.value("auth_info_0", "realm")).isEqualTo("first");
        assertThat(config.sections()).doesNotContain("auth_info_1");
    }

    private PhoneConfig base(String host) {
        return Phone.at(Server.suite()).host(host).config("/provisioning");
    }

    /** The path of the new one. */
    private String add(String domain, Map<String, ?> fields) {
        String path = "/api/spaces/" + domain + "/carddavs";
        return path + "/" + Json.field(send("POST", path, fields), "id");
    }

    private void prove(TestAccount account, String server, Map<String, String> fields) {
        Map<String, String> body = new HashMap<>(fields);
        body.put("password", "pw");
        assertThat(send("PUT", credential(account, server), body)).doesNotContain("ha1", "pw");
    }

    private static String credential(TestAccount account, String server) {
        return "/api/accounts/" + account.id() + server.replaceFirst("^.*(/carddavs/)", "$1");
    }

    private String send(String method, String path, Map<String, ?> fields) {
        Answer answer = admin.send(method, path, fields);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.text()).isEqualTo(200);
        return answer.text();
    }
}
