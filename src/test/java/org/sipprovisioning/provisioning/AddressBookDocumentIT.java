package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.space.DigestAlgorithm;

/**
 * Tests the address books in the documents of a space, and an account's credentials for them in the documents of the
 * account.
 */
@InServer
class AddressBookDocumentIT {
    private static final String FIRST = "remote_contact_directory_0";
    private static final String SECOND = "remote_contact_directory_1";

    private final Api admin = Api.superAdmin();

    @Test
    void everyChangeIsInTheNextDocument() {
        String domain = hostedSpace();
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

        admin.put(one, Map.of("enabled", false, "fields_for_user_input", "FN, N"))
                .is(200);
        assertThat(base(domain).of(FIRST))
                .contains(
                        overwriting(FIRST, "enabled", "0"),
                        overwriting(FIRST, "carddav_fields_for_user_input", "FN,N"));

        add(domain, Map.of("uri", "https://two.example.com/"));
        assertThat(base(domain).value(SECOND, "uri")).isEqualTo("https://two.example.com/");

        admin.delete(one).is(200);
        assertThat(base(domain).sections()).containsExactly("misc", FIRST);
        assertThat(base(domain).value(FIRST, "uri")).isEqualTo("https://two.example.com/");
    }

    @Test
    void anotherSpaceHasNone() {
        String domain = hostedSpace();
        add(domain, Map.of("uri", "https://one.example.com/"));

        assertThat(base(hostedSpace()).sections()).containsExactly("misc");
    }

    @Test
    void theySitBesideTheEntriesOwn() {
        String domain = hostedSpace(Map.of("custom_provisioning_entries", "[" + FIRST + "]\ntype=ldap\n"));
        add(domain, Map.of("uri", "https://one.example.com/"));

        PhoneConfig config = base(domain);

        assertThat(config.of(FIRST)).containsExactly(line(FIRST, "type", "ldap"));
        assertThat(config.value(SECOND, "uri")).isEqualTo("https://one.example.com/");
    }

    @Test
    void accountCarriesItsCredentials() {
        String domain = hostedSpace();
        String one = add(domain, Map.of("uri", "https://one.example.com:8443/"));
        String two = add(domain, Map.of("uri", "https://two.example.com/", "enabled", false));
        TestAccount account = account(domain);
        account.linkExternal(Map.of("username", "e", "domain", "ext.example.com", "password", "pw", "protocol", "TLS"));
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

        account.unlinkExternal();
        admin.delete(credential(account, one)).is(200);
        PhoneConfig next = Phone.suite().config(account.issue().url());

        assertThat(next.value("auth_info_1", "realm")).isEqualTo("second");
        assertThat(next.value("auth_info_2", "realm")).isEmpty();
        assertThat(next.sections()).doesNotContain("auth_info_3");
    }

    @Test
    void accountWithoutAPasswordHasNoGap() {
        String domain = hostedSpace();
        String one = add(domain, Map.of("uri", "https://one.example.com/"));
        TestAccount account = account(domain);
        prove(account, one, Map.of("username", "carla", "realm", "first"));
        admin.put("/api/spaces/" + domain + "?drop_credentials=true", Map.of("realm", "new"))
                .is(200);

        PhoneConfig config = Phone.suite().config(account.url());

        assertThat(config.value("auth_info_0", "realm")).isEqualTo("first");
        assertThat(config.sections()).doesNotContain("auth_info_1");
    }

    private PhoneConfig base(String host) {
        return Phone.suite().host(host).config("/provisioning");
    }

    /** Adds an address book to a space. Returns its path. */
    private String add(String domain, Map<String, ?> fields) {
        String path = "/api/spaces/" + domain + "/carddavs";
        return path + "/" + admin.post(path, fields).is(200).json().getInt("id");
    }

    private void prove(TestAccount account, String server, Map<String, String> fields) {
        Map<String, String> body = new HashMap<>(fields);
        body.put("password", "pw");
        assertThat(admin.put(credential(account, server), body).is(200).body()).doesNotContain("ha1", "pw");
    }

    private static String credential(TestAccount account, String server) {
        return account.path() + server.replaceFirst("^.*(/carddavs/)", "$1");
    }
}
