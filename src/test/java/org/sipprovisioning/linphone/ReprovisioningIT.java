package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.linphone.AccountPhoneIT.NO_REGISTRAR;
import static org.sipprovisioning.linphone.AccountPhoneIT.address;
import static org.sipprovisioning.linphone.AccountPhoneIT.assertHolds;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.linphone.Linphone.Registration;
import org.sipprovisioning.linphone.Linphone.Run;

/** Tests a phone that was configured before: nothing of that stays in the sections that the server writes. */
@InServer
@RealClient
@DisplayName("A phone that was configured before")
class ReprovisioningIT {
    static final String OTHER_ACCOUNT = """
            [misc]
            config-uri=http://127.0.0.1:9/old
            [proxy_0]
            reg_proxy=<sip:127.0.0.9:9;transport=udp>
            reg_route=<sip:127.0.0.9:9;transport=udp;lr>
            reg_identity="Old" <sip:old@old.example.org>
            realm=old.example.org
            idkey=old-key
            depends_on=old-other
            conference_factory_uri=sip:conference@old.example.org
            reg_expires=77
            reg_sendregister=0
            publish=1
            publish_expires=77
            contact_parameters=;old=1
            contact_uri_parameters=old=1
            quality_reporting_collector=sip:collector@old.example.org
            quality_reporting_enabled=1
            quality_reporting_interval=77
            lime_server_url=https://lime.old.example.org/
            push_notification_allowed=1
            dial_prefix=77
            dial_escape_plus=1
            privacy=1
            avpf=1
            nat_policy_ref=old
            [auth_info_0]
            username=old
            userid=old-id
            passwd=old-password
            ha1=0123456789abcdef0123456789abcdef
            realm=old.example.org
            domain=old.example.org
            algorithm=SHA-256
            available_algorithms=MD5,SHA-256
            client_cert_chain=/old/chain
            client_cert_key=/old/key
            """;

    private static final Map<String, String> EXTERNAL = Map.of(
            "username",
            "ext",
            "domain",
            "127.0.0.1",
            "password",
            "external-secret",
            "protocol",
            "UDP",
            "realm",
            "elsewhere.example.com",
            "registrar",
            "127.0.0.1:9",
            "outbound_proxy",
            "127.0.0.1:7");

    @Test
    @DisplayName(
            "it keeps no route, key, dependency, user id or password of the old account, not in its linphonerc either")
    void oldAccount() {
        TestAccount account = account(hostedSpace(NO_REGISTRAR));
        Linphone phone = Linphone.with(OTHER_ACCOUNT);

        Run run = phone.scan(account.url()).succeeded();

        assertHolds(run, account);
        assertNothingOld(phone, run);
        assertNothingOld(phone, phone.start().succeeded());
    }

    @Test
    @DisplayName("it keeps its own second account, and its first account depends on no other account")
    void secondAccount() {
        TestAccount account = account(hostedSpace(NO_REGISTRAR));
        Linphone phone = Linphone.with(OTHER_ACCOUNT + """
                [proxy_1]
                reg_proxy=<sip:127.0.0.9:9;transport=udp>
                reg_identity=<sip:second@second.example.org>
                idkey=second-account
                reg_sendregister=0
                [auth_info_1]
                username=second
                passwd=second-password
                realm=second.example.org
                """);

        Run run = phone.scan(account.url()).succeeded();

        assertThat(run.registrations())
                .extracting(Registration::identity)
                .containsExactly(address(account), "sip:second@second.example.org");
        assertNothingOld(phone, run);
    }

    @Test
    @DisplayName("with an external account it has two accounts, and the first depends on the second; "
            + "after the link is deleted, the next fetch removes the second")
    void externalAccount() {
        TestAccount account = account(hostedSpace(NO_REGISTRAR));
        account.linkExternal(EXTERNAL);
        Linphone phone = Linphone.unpacked();

        Run linked = phone.scan(account.url()).succeeded();
        assertThat(linked.registrations())
                .extracting(Registration::identity)
                .containsExactly(address(account), "sip:ext@127.0.0.1");
        assertThat(linked.section("proxy_0")).containsEntry("depends_on", "external_account");
        assertThat(linked.section("proxy_1"))
                .containsEntry("idkey", "external_account")
                .containsEntry("reg_proxy", "<sip:127.0.0.1:9;transport=udp>")
                .containsEntry("reg_route", "<sip:127.0.0.1:7;transport=udp>");
        assertThat(linked.section("auth_info_1"))
                .containsEntry("username", "ext")
                .containsEntry("realm", "elsewhere.example.com")
                .containsEntry("algorithm", "MD5");

        account.unlinkExternal();
        Run unlinked = phone.start().succeeded();

        assertHolds(unlinked, account);
        assertThat(unlinked.section("proxy_0")).doesNotContainKey("depends_on");
        assertThat(phone.linphonerc()).doesNotContain("external", "elsewhere", "sip:ext@", "username=ext");
        assertHolds(phone.start().succeeded(), account);
    }

    private static void assertNothingOld(Linphone phone, Run run) {
        for (String section : List.of("proxy_0", "auth_info_0")) {
            assertThat(run.section(section).keySet())
                    .doesNotContain("reg_route", "depends_on", "idkey", "conference_factory_uri", "userid", "passwd");
            assertThat(run.section(section).values()).noneMatch(value -> value.contains("old") || value.equals("77"));
        }
        for (String flag :
                List.of("publish", "quality_reporting_enabled", "push_notification_allowed", "dial_escape_plus")) {
            assertThat(run.section("proxy_0").getOrDefault(flag, "0")).isEqualTo("0");
        }
        assertThat(phone.linphonerc()).doesNotContain("=old", "=77", "old-", "old.example.org", "/old/", ";old");
    }
}
