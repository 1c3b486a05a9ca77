package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;

/**
 * Tests the document of a token: it holds the account, and it removes from the phone what another account has left
 * there.
 */
@InServer
class AccountDocumentIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final List<String> APP_FLAGS = List.of(
            "disable_chat_feature",
            "disable_meetings_feature",
            "disable_broadcast_feature",
            "disable_call_recordings_feature",
            "hide_settings",
            "hide_account_settings",
            "only_display_sip_uri_username",
            "assistant_hide_create_account",
            "assistant_disable_qr_code",
            "assistant_hide_third_party_account");
    private static final AccountKeys STALE = AccountKeys.stale(true);

    @ParameterizedTest
    @CsvSource({"MD5, MD5", "SHA-256, SHA-256"})
    void wholeDocumentOfAPlainAccount(String algorithm, String digest) {
        String domain = hostedSpace(Map.of("algorithm", algorithm, "realm", "The \"realm\" <é>"));
        TestAccount account =
                account(domain, Map.of("display_name", "Zoë \"the\\boss\" <&> 日本 😀", "activated", false));

        PhoneConfig config = document(account);

        assertThat(config.sections()).containsExactly("misc", "ui", "proxy_0", "auth_info_0");
        assertThat(config.of("misc"))
                .containsExactlyInAnyOrder(
                        overwriting("misc", "contacts-vcard-list", here("/contacts/vcard")),
                        overwriting("misc", "config-uri", here("/provisioning/me")));
        assertThat(config.of("ui")).containsExactlyInAnyOrderElementsOf(flags("0", "0"));
        assertThat(config.of("proxy_0"))
                .containsExactlyInAnyOrder(with(
                        cleared("proxy_0", STALE.proxy()),
                        overwriting(
                                "proxy_0",
                                "reg_identity",
                                "\"Zoë \\\"the\\\\boss\\\" <&> 日本 😀\" <sip:" + account.username() + "@" + domain
                                        + ">"),
                        overwriting("proxy_0", "reg_proxy", "<sip:" + domain + ";transport=tls>"),
                        overwriting("proxy_0", "reg_sendregister", "1"),
                        overwriting("proxy_0", "refkey", "push_notification")));
        assertThat(config.of("auth_info_0"))
                .containsExactlyInAnyOrder(with(
                        cleared("auth_info_0", STALE.authInfo()),
                        overwriting("auth_info_0", "username", account.username()),
                        overwriting("auth_info_0", "domain", domain),
                        overwriting(
                                "auth_info_0", "ha1", ha1(digest, account.username(), "The \"realm\" <é>", PASSWORD)),
                        overwriting("auth_info_0", "realm", "The \"realm\" <é>"),
                        overwriting("auth_info_0", "algorithm", algorithm)));
    }

    @Test
    void accountWithoutDisplayNameInASpaceWithoutRealmAndWithRegistrarAndFlags() {
        String domain = hostedSpace(Map.of(
                "account_proxy_registrar_address",
                "sip:registrar.example.com:5070;transport=tcp",
                "hide_settings",
                true,
                "max_account",
                12));
        TestAccount account = account(domain);

        PhoneConfig config = document(account);

        assertThat(config.value("proxy_0", "reg_identity"))
                .isEqualTo("<sip:" + account.username() + "@" + domain + ">");
        assertThat(config.value("proxy_0", "reg_proxy")).isEqualTo("<sip:registrar.example.com:5070;transport=tcp>");
        assertThat(config.value("auth_info_0", "realm")).isEqualTo(domain);
        assertThat(config.value("auth_info_0", "ha1")).isEqualTo(ha1("SHA-256", account.username(), domain, PASSWORD));
        assertThat(config.of("ui"))
                .contains(overwriting("ui", "hide_settings", "1"))
                .contains(overwriting("ui", "hide_account_settings", "0"))
                .contains(overwriting("ui", "max_account", "12"));
    }

    @Test
    void baseMayTemplateOurSections() {
        String domain = hostedSpace(Map.of(ENTRIES, """
                        [proxy_0]
                        reg_identity=<sip:template@example.com>
                        reg_proxy=<sip:template.example.com>
                        reg_sendregister=0
                        refkey=template
                        reg_route=<sip:edge.example.com;lr>
                        publish=1
                        [auth_info_0]
                        username=template
                        userid=template-id
                        extra=kept
                        [ui]
                        theme_main_color=orange
                        [misc]
                        config-uri=https://template.example.com/
                        other=1
                        [net]
                        mtu=1300
                        """));
        TestAccount account = account(domain);

        PhoneConfig config = document(account);

        assertThat(config.sections()).containsExactly("proxy_0", "auth_info_0", "ui", "misc", "net");
        assertThat(config.of("proxy_0"))
                .containsExactlyInAnyOrder(with(
                        cleared("proxy_0", STALE.proxy(), "reg_route", "publish"),
                        overwriting("proxy_0", "reg_identity", "<sip:" + account.username() + "@" + domain + ">"),
                        overwriting("proxy_0", "reg_proxy", "<sip:template.example.com>"),
                        overwriting("proxy_0", "reg_sendregister", "0"),
                        overwriting("proxy_0", "refkey", "push_notification"),
                        overwriting("proxy_0", "reg_route", "<sip:edge.example.com;lr>"),
                        overwriting("proxy_0", "publish", "1")));
        assertThat(config.of("auth_info_0"))
                .contains(
                        overwriting("auth_info_0", "username", account.username()),
                        overwriting("auth_info_0", "userid", "template-id"),
                        overwriting("auth_info_0", "extra", "kept"),
                        overwriting("auth_info_0", "passwd", ""));
        assertThat(config.of("ui")).containsExactly(line("ui", "theme_main_color", "orange"));
        assertThat(config.of("misc"))
                .containsExactlyInAnyOrder(
                        overwriting("misc", "config-uri", here("/provisioning/me")),
                        line("misc", "other", "1"),
                        overwriting("misc", "contacts-vcard-list", here("/contacts/vcard")));
        assertThat(config.of("net")).containsExactly(line("net", "mtu", "1300"));
    }

    @Test
    void externalAccountBringsAProxyAndAnAuthInfo() {
        TestAccount account = account(hostedSpace());
        account.linkExternal(Map.of(
                "username", "bob smith", "domain", "ext.example.com", "password", "pass-123", "protocol", "TCP"));

        PhoneConfig config = document(account);

        assertThat(config.sections()).containsExactly("misc", "ui", "proxy_0", "auth_info_0", "proxy_1", "auth_info_1");
        assertThat(config.value("proxy_0", "depends_on")).isEqualTo("external_account");
        assertThat(config.of("proxy_1"))
                .containsExactlyInAnyOrder(with(
                        cleared("proxy_1", STALE.proxy(), "idkey"),
                        overwriting("proxy_1", "reg_identity", "<sip:bob%20smith@ext.example.com>"),
                        overwriting("proxy_1", "reg_proxy", "<sip:ext.example.com;transport=tcp>"),
                        overwriting("proxy_1", "reg_sendregister", "1"),
                        overwriting("proxy_1", "refkey", "external_push_notification"),
                        overwriting("proxy_1", "idkey", "external_account")));
        assertThat(config.of("auth_info_1"))
                .containsExactlyInAnyOrder(with(
                        cleared("auth_info_1", STALE.authInfo()),
                        overwriting("auth_info_1", "username", "bob smith"),
                        overwriting("auth_info_1", "domain", "ext.example.com"),
                        overwriting("auth_info_1", "ha1", ha1("MD5", "bob smith", "ext.example.com", "pass-123")),
                        overwriting("auth_info_1", "realm", "ext.example.com"),
                        overwriting("auth_info_1", "algorithm", "MD5")));
    }

    @Test
    void externalAccountWithAllItsSettingsTakesTheFreeProxy() {
        String domain = hostedSpace(Map.of(ENTRIES, """
                [proxy_1]
                reg_identity=sip:someone@of-the-base.example.com
                reg_proxy=<sip:of-the-base.example.com>
                """));
        TestAccount account = account(domain);
        account.linkExternal(Map.of(
                "username", "carol",
                "domain", "ext.example.com",
                "password", "pass-123",
                "protocol", "UDP",
                "realm", "Realm of others",
                "algorithm", "SHA-256",
                "registrar", "registrar.ext.example.com:5080",
                "outbound_proxy", "sip:edge.ext.example.com;transport=tls"));

        PhoneConfig config = document(account);

        assertThat(config.of("proxy_1")).contains(overwriting("proxy_1", "reg_proxy", "<sip:of-the-base.example.com>"));
        assertThat(config.of("proxy_2"))
                .contains(
                        overwriting("proxy_2", "reg_identity", "<sip:carol@ext.example.com>"),
                        overwriting("proxy_2", "reg_proxy", "<sip:registrar.ext.example.com:5080;transport=udp>"),
                        overwriting("proxy_2", "reg_route", "<sip:edge.ext.example.com;transport=tls>"));
        assertThat(config.of("auth_info_1"))
                .contains(
                        overwriting("auth_info_1", "ha1", ha1("SHA-256", "carol", "Realm of others", "pass-123")),
                        overwriting("auth_info_1", "realm", "Realm of others"),
                        overwriting("auth_info_1", "algorithm", "SHA-256"));
    }

    @Test
    void unlinkedExternalAccountIsTakenOutOfThePhone() {
        TestAccount account = account(hostedSpace());
        account.linkExternal(
                Map.of("username", "bob", "domain", "ext.example.com", "password", "pass-123", "protocol", "TLS"));
        document(account);
        account.unlinkExternal();

        PhoneConfig config = document(account.issue());

        assertThat(config.of("proxy_0")).contains(overwriting("proxy_0", "depends_on", ""));
        assertThat(config.of("proxy_1"))
                .containsExactlyInAnyOrder(with(
                        cleared("proxy_1", STALE.proxy()),
                        cleared("proxy_1", List.of("reg_identity", "reg_proxy", "reg_sendregister", "refkey"))));
        assertThat(config.of("auth_info_1"))
                .containsExactlyInAnyOrder(with(
                        cleared("auth_info_1", STALE.authInfo()),
                        cleared("auth_info_1", List.of("username", "domain", "ha1", "realm", "algorithm"))));
    }

    @Test
    void accountWithoutCredentialsHasAProxyAndNoAuthInfo() {
        String domain = hostedSpace(Map.of(ENTRIES, "[auth_info_0]\nrealm=template\n"));
        TestAccount account = account(domain);
        Rows.update("UPDATE account SET ha1_md5 = NULL, ha1_sha256 = NULL WHERE id = ?", account.id());

        PhoneConfig config = document(account);

        assertThat(config.value("proxy_0", "reg_identity")).contains(account.username());
        assertThat(config.sections()).contains("proxy_0").doesNotContain("auth_info_0");
    }

    @Test
    void ownSpaceCountsAndNotTheHostThatWasAsked() {
        TestAccount account = account(hostedSpace(Map.of(ENTRIES, "[net]\nmtu=1300\n")));
        String asked = hostedSpace(Map.of(ENTRIES, "[net]\nmtu=1200\n"));

        PhoneConfig config = Phone.suite().host(asked).config(account.url());

        assertThat(config.value("net", "mtu")).isEqualTo("1300");
        assertThat(config.value("misc", "config-uri")).isEqualTo("http://" + asked + "/provisioning/me");
    }

    private static PhoneConfig document(TestAccount account) {
        return Phone.suite().config("/provisioning/" + account.token());
    }

    private static String here(String path) {
        return Server.suite().uri(path).toString();
    }

    private static List<String> flags(String flag, String maxAccount) {
        List<String> lines = new ArrayList<>();
        APP_FLAGS.forEach(name -> lines.add(overwriting("ui", name, flag)));
        lines.add(overwriting("ui", "max_account", maxAccount));
        return lines;
    }

    /** Returns the lines that delete these keys in the phone: an empty value that overwrites deletes its key. */
    private static String[] cleared(String section, List<String> keys, String... butNot) {
        return keys.stream()
                .filter(key -> !List.of(butNot).contains(key))
                .map(key -> overwriting(section, key, ""))
                .toArray(String[]::new);
    }

    private static String[] with(String[] lines, String... further) {
        return Stream.concat(Stream.of(lines), Stream.of(further)).toArray(String[]::new);
    }

    /** Computes HA1 (RFC 7616 §3.4.2), in lower-case hex. */
    private static String ha1(String algorithm, String username, String realm, String password) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm)
                    .digest((username + ":" + realm + ":" + password).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
