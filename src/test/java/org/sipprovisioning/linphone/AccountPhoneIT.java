package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.linphone.Linphone.Run;

/** Tests the configuration of a phone after it has used a token, and after each later start. */
@InServer
@RealClient
@DisplayName("A phone that gets an account")
class AccountPhoneIT {
    /**
     * The fields of a space whose registrar is a port where no server listens: a phone is refused at once and resolves
     * no name.
     */
    static final Map<String, String> NO_REGISTRAR =
            Map.of("account_proxy_registrar_address", "sip:127.0.0.1:9;transport=tcp");

    private static final String ME = Server.suite().uri("/provisioning/me").toString();

    @Test
    @DisplayName("a token: liblinphone reports Successful and has the account, the SIP server and the credentials")
    void token() {
        TestAccount account = account(hostedSpace(NO_REGISTRAR));

        Run run = Linphone.unpacked().scan(account.url()).succeeded();

        assertHolds(run, account);
        assertThat(run.registration().identity()).isEqualTo(address(account));
        assertThat(run.section("proxy_0"))
                .containsEntry("reg_proxy", "<sip:127.0.0.1:9;transport=tcp>")
                .containsEntry("reg_sendregister", "1")
                .containsEntry("refkey", "push_notification");
        assertThat(run.section("misc")).containsEntry("config-uri", ME);
        assertThat(account.isActivated()).isTrue();
    }

    @Test
    @DisplayName("a token that another phone has used: liblinphone reports Failed and changes nothing")
    void usedToken() {
        TestAccount account = account(hostedSpace(NO_REGISTRAR));
        Linphone second = Linphone.provisioned(account(hostedSpace(NO_REGISTRAR)));
        Linphone.unpacked().scan(account.url()).succeeded();

        second.assertUnchangedBy(phone -> phone.scan(account.url()).failed());
        Linphone.blank().assertUnchangedBy(phone -> phone.scan(account.url()).failed());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"MD5", "SHA-256"})
    @DisplayName(
            "the next start uses the phone's own linphonerc and requests `/provisioning/me` by Digest, with success")
    void nextStarts(String algorithm) {
        String domain = hostedSpace(with(NO_REGISTRAR, "algorithm", algorithm));
        TestAccount account = account(domain);
        Linphone phone = Linphone.unpacked();
        phone.scan(account.url()).succeeded();
        assertHolds(phone.start().succeeded(), account);

        changeSpace(domain, Map.of("hide_settings", true));
        Run run = phone.start().succeeded();

        assertHolds(run, account);
        assertThat(run.section("auth_info_0")).containsEntry("algorithm", algorithm);
        assertThat(run.section("ui")).containsEntry("hide_settings", "1");
        assertThat(run.section("misc")).containsEntry("config-uri", ME);
    }

    @Test
    @DisplayName("`?reset_password`: the phone has the new password, and an older phone of the account is refused")
    void resetPassword() {
        TestAccount account = account(hostedSpace(NO_REGISTRAR));
        Linphone old = Linphone.unpacked();
        String oldHa1 =
                old.scan(account.url()).succeeded().section("auth_info_0").get("ha1");
        Linphone phone = Linphone.unpacked();

        Run run = phone.scan(account.issue().url() + "?reset_password").succeeded();

        assertHolds(run, account);
        assertThat(run.section("auth_info_0").get("ha1")).isNotEqualTo(oldHa1);
        phone.start().succeeded();
        old.assertUnchangedBy(refused -> refused.start().failed());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Zoë \"the\\boss\" <b>bold</b> & 日本 😀",
                "</entry></section></config>",
                "]]> <!-- & &amp; &#10; %0A",
                "sip:mallory@example.org",
                "<sip:mallory@example.org>",
                "\" <sip:mallory@example.org>",
                "\\",
                "name; with=params",
                "'"
            })
    @DisplayName("the phone has the account's display name")
    void displayName(String name) {
        TestAccount account = account(hostedSpace(NO_REGISTRAR), Map.of("display_name", name));
        Linphone phone = Linphone.unpacked();

        assertHolds(phone.scan(account.url()).succeeded(), account);
        Run run = phone.start().succeeded();

        assertHolds(run, account);
        assertThat(run.registration().identity()).isEqualTo(quoted(name) + " " + identity(account));
        assertThat(run.section("proxy_0")).containsEntry("reg_identity", quoted(name) + " " + identity(account));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"+33612345678", "a.b-c_d"})
    @DisplayName("the phone has the account's user name")
    void userName(String name) {
        String domain = hostedSpace(NO_REGISTRAR);
        TestAccount account = account(domain, Map.of("username", name));
        Linphone phone = Linphone.unpacked();

        phone.scan(account.url()).succeeded();
        Run run = phone.start().succeeded();

        assertHolds(run, account);
        assertThat(run.registration().identity()).isEqualTo(address(account));
    }

    @Test
    @DisplayName("the phone fetches the account's contacts by Digest, from the URL in `misc/contacts-vcard-list`")
    void contacts() {
        String domain = hostedSpace(NO_REGISTRAR);
        TestAccount account = account(domain);
        TestAccount smith = account(domain, Map.of("display_name", "Smith; \"J\" <é 日本 😀> & sons: x".repeat(3)));
        TestAccount nameless = account(domain);
        account.addContact(smith);
        account.addContact(nameless);
        Linphone phone = Linphone.provisioned(account);

        assertThat(phone.fetchContacts().succeeded().contacts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Smith; \"J\" <é 日本 😀> & sons: x".repeat(3),
                        address(smith),
                        nameless.username(),
                        address(nameless)));
    }

    static void assertHolds(Run run, TestAccount account) {
        assertThat(run.section("proxy_0").get("reg_identity")).endsWith(identity(account));
        assertThat(run.section("auth_info_0"))
                .containsEntry("username", account.username())
                .containsEntry("domain", account.domain())
                .containsEntry("realm", account.domain())
                .containsKey("ha1");
        assertThat(run.registrations()).hasSize(1);
        assertThat(run.section("auth_info_1")).isEmpty();
    }

    static String identity(TestAccount account) {
        return "<" + address(account) + ">";
    }

    static String address(TestAccount account) {
        return "sip:" + account.username() + "@" + account.domain();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
