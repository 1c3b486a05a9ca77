package org.sipprovisioning.provisioning;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.account.linked.CardDavCredential;
import org.sipprovisioning.account.linked.ExternalAccount;
import org.sipprovisioning.account.linked.SampleLinks;
import org.sipprovisioning.lpconfig.Entry;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.NumberedSections;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.lpconfig.SipSections;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class AccountSectionsTest {

    private static final String HA1 = DigestAlgorithm.SHA_256.ha1("alice", "example.org", "secret");
    private static final String EXTERNAL =
            "{'username':'bob','domain':'ext.example','password':'pw','protocol':'TCP'%s}";

    private final Space space = SampleSpaces.of("example.org");
    private final Account alice = SampleAccounts.of(space, "alice", "{'password':'secret'}");

    @Test
    void describesTheAccountInAFixedOrder() {
        LpConfig document = document("", alice, Optional.empty());

        assertThat(document.sections()).extracting(Section::name).containsExactly("ui", "proxy_0", "auth_info_0");
        assertThat(section(document, "proxy_0"))
                .containsExactly(
                        entry("reg_identity", "<sip:alice@example.org>"),
                        entry("refkey", "push_notification"),
                        entry("reg_proxy", "<sip:example.org;transport=tls>"),
                        entry("reg_sendregister", "1"),
                        entry("reg_route", ""),
                        entry("depends_on", ""),
                        entry("idkey", ""),
                        entry("realm", ""),
                        entry("conference_factory_uri", ""));
        assertThat(section(document, "auth_info_0"))
                .containsExactly(
                        entry("username", "alice"),
                        entry("domain", "example.org"),
                        entry("ha1", HA1),
                        entry("realm", "example.org"),
                        entry("algorithm", "SHA-256"),
                        entry("userid", ""),
                        entry("passwd", ""));
        assertAllOverwrite(document, "ui", "proxy_0", "auth_info_0");
    }

    @Test
    void followsTheSpace() {
        SampleSpaces.change(
                space,
                "{'realm':'their realm','algorithm':'MD5','account_proxy_registrar_address':'sip:reg.example:5070;transport=udp'}");
        Account account = SampleAccounts.of(space, "alice", "{'password':'secret'}");
        LpConfig document = document("", account, Optional.empty());

        assertThat(section(document, "proxy_0")).containsEntry("reg_proxy", "<sip:reg.example:5070;transport=udp>");
        assertThat(section(document, "auth_info_0"))
                .containsEntry("realm", "their realm")
                .containsEntry("algorithm", "MD5")
                .containsEntry("ha1", DigestAlgorithm.MD5.ha1("alice", "their realm", "secret"));
    }

    @Test
    void quotesTheDisplayName() {
        Account account = SampleAccounts.of(space, "alice", "{'display_name':'A \\\\ \\u0022'}");

        assertThat(section(document("", account, Optional.empty()), "proxy_0"))
                .containsEntry("reg_identity", "\"A \\\\ \\\"\" <sip:alice@example.org>");
    }

    @Test
    void setsTheAppFlags() {
        SampleSpaces.change(space, "{'disable_chat_feature':true,'hide_settings':true,'max_account':3}");

        assertThat(section(document("", alice, Optional.empty()), "ui"))
                .containsExactly(
                        entry("disable_chat_feature", "1"),
                        entry("disable_meetings_feature", "0"),
                        entry("disable_broadcast_feature", "0"),
                        entry("disable_call_recordings_feature", "0"),
                        entry("hide_settings", "1"),
                        entry("hide_account_settings", "0"),
                        entry("only_display_sip_uri_username", "0"),
                        entry("assistant_hide_create_account", "0"),
                        entry("assistant_disable_qr_code", "0"),
                        entry("assistant_hide_third_party_account", "0"),
                        entry("max_account", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ui]\ntheme_main_color=red", "[ui]"})
    void leavesTheBasesOwnUiAlone(String base) {
        LpConfig document = document(base, alice, Optional.empty());

        assertThat(section(document, "ui"))
                .isEqualTo(section(Linphonerc.parse(base).config(), "ui"));
        assertThat(document.find("ui").orElseThrow().entries()).noneMatch(Entry::overwrite);
    }

    @Test
    void completesTheBasesProxyInPlace() {
        LpConfig document = document("""
                [proxy_0]
                reg_identity=sip:template@example.net
                reg_proxy=<sip:template.example>
                reg_sendregister=0
                reg_route=<sip:route.example;lr>
                refkey=mine
                publish=1
                [net]
                mtu=1300
                """, alice, Optional.empty());

        assertThat(document.sections())
                .extracting(Section::name)
                .containsExactly("proxy_0", "net", "ui", "auth_info_0");
        assertThat(section(document, "proxy_0"))
                .containsExactly(
                        entry("reg_identity", "<sip:alice@example.org>"),
                        entry("reg_proxy", "<sip:template.example>"),
                        entry("reg_sendregister", "0"),
                        entry("reg_route", "<sip:route.example;lr>"),
                        entry("refkey", "push_notification"),
                        entry("publish", "1"),
                        entry("depends_on", ""),
                        entry("idkey", ""),
                        entry("realm", ""),
                        entry("conference_factory_uri", ""));
        assertAllOverwrite(document, "proxy_0");
        assertThat(document.find("net").orElseThrow().entries()).noneMatch(Entry::overwrite);
    }

    @Test
    void completesTheBasesAuthInfoInPlace() {
        LpConfig document = document(
                "[auth_info_0]\nuserid=u\nha1=x\nusername=template\nalgorithm=MD5\nextra=1", alice, Optional.empty());

        assertThat(section(document, "auth_info_0"))
                .containsExactly(
                        entry("userid", "u"),
                        entry("ha1", HA1),
                        entry("username", "alice"),
                        entry("algorithm", "SHA-256"),
                        entry("extra", "1"),
                        entry("domain", "example.org"),
                        entry("realm", "example.org"),
                        entry("passwd", ""));
        assertAllOverwrite(document, "auth_info_0");
    }

    @Test
    void anAccountWithoutCredentialsHasAProxyAndNoAuthInfo() {
        Account admin = SampleAccounts.of(space, "admin", "{}");
        LpConfig document = document("[auth_info_0]\nuserid=u", admin, Optional.empty());

        assertThat(document.sections()).extracting(Section::name).containsExactly("ui", "proxy_0");
    }

    @Test
    void addsTheExternalAccount() {
        LpConfig document = document("", alice, external(""));

        assertThat(document.sections())
                .extracting(Section::name)
                .containsExactly("ui", "proxy_0", "auth_info_0", "proxy_1", "auth_info_1");
        assertThat(section(document, "proxy_0"))
                .containsEntry("depends_on", "external_account")
                .containsEntry("idkey", "")
                .containsEntry("reg_route", "");
        assertThat(section(document, "proxy_1"))
                .containsExactly(
                        entry("reg_identity", "<sip:bob@ext.example>"),
                        entry("reg_proxy", "<sip:ext.example;transport=tcp>"),
                        entry("reg_sendregister", "1"),
                        entry("refkey", "external_push_notification"),
                        entry("idkey", "external_account"),
                        entry("reg_route", ""),
                        entry("depends_on", ""),
                        entry("realm", ""),
                        entry("conference_factory_uri", ""));
        assertThat(section(document, "auth_info_1"))
                .containsExactly(
                        entry("username", "bob"),
                        entry("domain", "ext.example"),
                        entry("ha1", DigestAlgorithm.MD5.ha1("bob", "ext.example", "pw")),
                        entry("realm", "ext.example"),
                        entry("algorithm", "MD5"),
                        entry("userid", ""),
                        entry("passwd", ""));
        assertAllOverwrite(document, "proxy_0", "auth_info_0", "proxy_1", "auth_info_1");
    }

    @Test
    void addsWhatTheExternalAccountSays() {
        LpConfig document = document(
                "",
                alice,
                external(",'realm':'their realm','algorithm':'SHA-256','registrar':'reg.ext.example:5070',"
                        + "'outbound_proxy':'sip:out.ext.example;transport=tls;lr'"));

        assertThat(section(document, "proxy_1"))
                .containsEntry("reg_proxy", "<sip:reg.ext.example:5070;transport=tcp>")
                .containsEntry("reg_route", "<sip:out.ext.example;transport=tls;lr>");
        assertThat(section(document, "auth_info_1"))
                .containsEntry("realm", "their realm")
                .containsEntry("algorithm", "SHA-256")
                .containsEntry("ha1", DigestAlgorithm.SHA_256.ha1("bob", "their realm", "pw"));
    }

    @Test
    void escapesAnExternalUserNameInItsUriOnly() {
        Optional<ExternalAccount> external = SampleLinks.external(
                alice, "{'username':'b b@x','domain':'ext.example','password':'pw','protocol':'UDP'}");
        LpConfig document = document("", alice, external);

        assertThat(section(document, "proxy_1")).containsEntry("reg_identity", "<sip:b%20b%40x@ext.example>");
        assertThat(section(document, "auth_info_1")).containsEntry("username", "b b@x");
    }

    @Test
    void findsTheLowestFreePlacesForTheExternalAccount() {
        LpConfig document = document("[proxy_1]\na=b\n[auth_info_1]\na=b\n[auth_info_2]\nc=d", alice, external(""));

        assertThat(section(document, "proxy_2")).containsEntry("idkey", "external_account");
        assertThat(section(document, "auth_info_3")).containsEntry("username", "bob");
        assertThat(section(document, "proxy_1")).containsEntry("a", "b");
        assertThat(document.find("proxy_3")).isEmpty();
    }

    @Test
    void nothingOfAnotherAccountSurvivesInTheBasesOwnProxies() {
        LpConfig document = document(
                "[proxy_1]\nreg_identity=<sip:b@c>\nreg_proxy=<sip:c>\nreg_route=<sip:r>\n[auth_info_1]\nusername=b\n"
                        + "[proxy_01]\na=b\n",
                alice,
                Optional.empty());

        assertThat(section(document, "proxy_1"))
                .containsExactly(
                        entry("reg_identity", "<sip:b@c>"),
                        entry("reg_proxy", "<sip:c>"),
                        entry("reg_route", "<sip:r>"),
                        entry("depends_on", ""),
                        entry("idkey", ""),
                        entry("realm", ""),
                        entry("conference_factory_uri", ""));
        assertThat(section(document, "auth_info_1"))
                .containsExactly(entry("username", "b"), entry("userid", ""), entry("passwd", ""));
        assertAllOverwrite(document, "proxy_0", "proxy_1", "auth_info_0", "auth_info_1");
        assertThat(document.section("proxy_01").entries()).noneMatch(Entry::overwrite);
    }

    @Test
    void lastAuthInfoOfTheBaseTakesThePlaceThatAnAccountWithoutCredentialsLeaves() {
        Account admin = SampleAccounts.of(space, "admin", "{}");
        String base = "[auth_info_0]\nuserid=u\n[auth_info_1]\nusername=one\n[auth_info_2]\nusername=two\n";

        LpConfig document = document(base, admin, Optional.empty());
        assertThat(section(document, "auth_info_0")).containsEntry("username", "two");
        assertThat(section(document, "auth_info_1")).containsEntry("username", "one");
        assertThat(document.find("auth_info_2")).isEmpty();
        assertThat(SipSections.faults(document)).isEmpty();

        LpConfig linked = document("[auth_info_1]\nusername=one\n", admin, external(""));
        assertThat(section(linked, "auth_info_0")).containsEntry("username", "one");
        assertThat(section(linked, "auth_info_1")).containsEntry("username", "bob");
        assertThat(SipSections.faults(linked)).isEmpty();
    }

    @Test
    void basesAuthInfosGiveWayToOurs() {
        String base = "[auth_info_1]\nusername=alice\nrealm=example.org\npasswd=x\n[auth_info_2]\nusername=bob\n"
                + "realm=ext.example\n[auth_info_3]\nusername=alice\nrealm=other\n";

        LpConfig document = document(base, alice, external(""));

        assertThat(NumberedSections.AUTH_INFOS.of(document))
                .extracting(authInfo -> section(document, authInfo.name()).get("username") + "@"
                        + section(document, authInfo.name()).get("realm"))
                .containsExactly("alice@example.org", "alice@other", "bob@ext.example");
        assertThat(section(document, "auth_info_0")).containsEntry("ha1", HA1).containsEntry("passwd", "");
        assertThat(section(document, "auth_info_2")).containsKey("ha1");
        assertThat(SipSections.faults(document)).isEmpty();
    }

    @Test
    void basesAuthInfoGivesWayToTheExternalAccountOfOneWithoutCredentials() {
        Account admin = SampleAccounts.of(space, "admin", "{}");
        String base = "[auth_info_1]\nusername=bob\nrealm=ext.example\n[auth_info_2]\nusername=one\n";

        LpConfig document = document(base, admin, external(""));

        assertThat(section(document, "auth_info_0")).containsEntry("username", "one");
        assertThat(section(document, "auth_info_1"))
                .containsEntry("username", "bob")
                .containsKey("ha1");
        assertThat(document.find("auth_info_2")).isEmpty();
    }

    @Test
    void numbersAuthInfosWithoutAGapWhereTheAccountHasNone() {
        Account admin = SampleAccounts.of(space, "admin", "{}");
        LpConfig document = document("", admin, external(""));

        assertThat(section(document, "auth_info_0")).containsEntry("username", "bob");
        assertThat(document.find("auth_info_1")).isEmpty();
    }

    @Test
    void dropsAnExternalAccountThatIsNoLonger() {
        LpConfig document = document("", SampleAccounts.onceWithExternal(alice), Optional.empty());

        assertThat(section(document, "proxy_0")).containsEntry("depends_on", "");
        assertThat(section(document, "proxy_1"))
                .containsOnlyKeys(
                        "reg_identity",
                        "reg_proxy",
                        "reg_sendregister",
                        "refkey",
                        "idkey",
                        "reg_route",
                        "depends_on",
                        "realm",
                        "conference_factory_uri");
        assertThat(section(document, "auth_info_1"))
                .containsOnlyKeys("username", "domain", "ha1", "realm", "algorithm", "userid", "passwd");
        assertThat(List.of("proxy_1", "auth_info_1"))
                .allSatisfy(name -> assertThat(section(document, name).values()).containsOnly(""));
        assertAllOverwrite(document, "proxy_1", "auth_info_1");
    }

    @Test
    void clearsExactlyWhatAnExternalAccountSets() {
        LpConfig linked = document("", alice, external(",'outbound_proxy':'out.example'"));
        LpConfig unlinked = document("", alice, Optional.empty());

        for (String name : List.of("proxy_0", "auth_info_0", "proxy_1", "auth_info_1")) {
            assertThat(section(unlinked, name).keySet())
                    .containsExactlyInAnyOrderElementsOf(section(linked, name).keySet());
        }
    }

    @Test
    void clearsNothingWhereThereNeverWasAnExternalAccount() {
        LpConfig document = document("", alice, Optional.empty());

        assertThat(document.find("proxy_1")).isEmpty();
        assertThat(document.find("auth_info_1")).isEmpty();
    }

    @Test
    void addsTheCardDavCredentialsLast() {
        LpConfig document = document("", alice, external(""), cardDav(1, "r1"), cardDav(2, "r2','algorithm':'SHA-256"));

        assertThat(document.sections())
                .extracting(Section::name)
                .containsExactly(
                        "ui", "proxy_0", "auth_info_0", "proxy_1", "auth_info_1", "auth_info_2", "auth_info_3");
        assertThat(section(document, "auth_info_2"))
                .containsExactly(
                        entry("username", "carla"),
                        entry("domain", "dav.example"),
                        entry("ha1", DigestAlgorithm.MD5.ha1("carla", "r1", "pw")),
                        entry("realm", "r1"),
                        entry("algorithm", "MD5"),
                        entry("userid", ""),
                        entry("passwd", ""));
        assertThat(section(document, "auth_info_3"))
                .containsEntry("ha1", DigestAlgorithm.SHA_256.ha1("carla", "r2", "pw"))
                .containsEntry("algorithm", "SHA-256");
        assertAllOverwrite(document, "auth_info_1", "auth_info_2", "auth_info_3");
    }

    /** A phone stops reading at the first auth_info that is missing or empty. */
    @Test
    void leavesNoGapBeforeTheCardDavCredentials() {
        Account admin = SampleAccounts.of(space, "admin", "{}");
        LpConfig without = document("[auth_info_1]\na=b", admin, Optional.empty(), cardDav(1, "r1"), cardDav(2, "r2"));
        LpConfig retired = document("", SampleAccounts.onceWithExternal(alice), Optional.empty(), cardDav(1, "r1"));

        assertThat(section(without, "auth_info_0")).containsEntry("a", "b");
        assertThat(section(without, "auth_info_1")).containsEntry("realm", "r1");
        assertThat(section(without, "auth_info_2")).containsEntry("realm", "r2");
        assertThat(section(retired, "auth_info_1")).containsEntry("realm", "r1");
        assertThat(section(retired, "auth_info_2").values()).containsOnly("");
        assertThat(section(retired, "proxy_1").values()).containsOnly("");
    }

    /**
     * A phone that uses a token may have had another account before. {@code /provisioning/me} keeps what the user has
     * set.
     */
    @Test
    void tokenClearsWhatAnotherAccountMayHaveLeft() {
        LpConfig document = Linphonerc.parse("[proxy_0]\nvoicemail_uri=sip:voicemail@example.org\n")
                .config();
        AccountSections sections = new AccountSections(document);
        sections.addAppFlags(space);
        sections.add(alice, external(""), List.of());
        AccountSections.settle(document, AccountKeys.stale(true));

        assertThat(section(document, "proxy_0"))
                .containsEntry("voicemail_uri", "sip:voicemail@example.org")
                .containsEntry("picture_uri", "")
                .containsEntry("reg_expires", "")
                .containsEntry("reg_route", "");
        assertThat(section(document, "proxy_1")).containsEntry("custom_contact", "");
        assertThat(section(document, "auth_info_0"))
                .containsEntry("refresh_token", "")
                .containsEntry("passwd", "");
        assertAllOverwrite(document, "ui", "proxy_0", "auth_info_0", "proxy_1", "auth_info_1");
        assertThat(section(document("", alice, Optional.empty()), "proxy_0")).doesNotContainKey("picture_uri");
    }

    private CardDavCredential cardDav(long server, String realm) {
        return SampleLinks.cardDav(
                alice,
                SampleSpaces.cardDav(
                        SampleSpaces.kept(space, 1), server, "{'uri':'https://dav.example:8443/" + server + "'}"),
                "{'username':'carla','password':'pw','realm':'" + realm + "'}");
    }

    private Optional<ExternalAccount> external(String more) {
        return SampleLinks.external(alice, EXTERNAL.formatted(more));
    }

    private static LpConfig document(
            String base, Account account, Optional<ExternalAccount> external, CardDavCredential... cardDavs) {
        LpConfig document = Linphonerc.parse(base).config();
        AccountSections sections = new AccountSections(document);
        sections.addAppFlags(account.space());
        sections.add(account, external, List.of(cardDavs));
        AccountSections.settle(document, AccountKeys.stale(false));
        return document;
    }

    private static Map<String, String> section(LpConfig document, String name) {
        return document.find(name).orElseThrow().entries().stream()
                .collect(toMap(Entry::name, Entry::value, (a, b) -> b, LinkedHashMap::new));
    }

    private static void assertAllOverwrite(LpConfig document, String... names) {
        for (String name : names) {
            assertThat(document.find(name).orElseThrow().entries()).isNotEmpty().allMatch(Entry::overwrite);
        }
    }
}
