package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipSectionsTest {
    private static final String PROXY = "\nreg_identity=<sip:a@b>\nreg_proxy=<sip:b>\n";
    private static final String WHOLE = "[proxy_0]" + PROXY + "[auth_info_0]\nusername=a\nrealm=b\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[net]\nmtu=1300\n",
                "[proxy_default_values]\nreg_expires=600\n[proxy_]\na=b\n[auth_info_x]\na=b\n[Proxy_7]\na=b\n",
                "[proxy_1]" + PROXY + "[auth_info_1]\nusername=b\nrealm=b\n",
                "[auth_info_1]\nusername=a\n[auth_info_2]\nusername=a\nrealm=c\n",
                "[auth_info_1]\nusername=A\nrealm=b\n",
                "[proxy_2]" + PROXY + "[proxy_1]" + PROXY
            })
    void findsNothingWrong(String more) {
        assertThat(SipSections.faults(parsed(WHOLE + more))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[proxy_2],PROXY|[proxy_2] is not read by a phone, as there is no [proxy_1]",
                "[proxy_01],PROXY|[proxy_01] is none that a phone reads, as proxy_0 and proxy_1 are",
                "[proxy_9999999999],PROXY|[proxy_9999999999] is none that a phone reads, as proxy_0 and proxy_1 are",
                "[auth_info_2],username=x|[auth_info_2] is not read by a phone, as there is no [auth_info_1]",
                "[auth_info_00],username=x|[auth_info_00] is none that a phone reads, as auth_info_0 and auth_info_1 are",
                "[proxy_1],reg_identity=<sip:a@b>|[proxy_1] reg_proxy is missing",
                "[proxy_1],reg_proxy=<sip:b>|[proxy_1] reg_identity is missing",
                "[proxy_1],reg_proxy=<sip:b>,reg_identity=hunter2|[proxy_1] reg_identity is not the SIP address of a user",
                "[proxy_1],reg_proxy=<b>,reg_identity=sip:a@b|[proxy_1] reg_proxy is not the SIP address of a server",
                "[auth_info_1],username=a,realm=b|[auth_info_1] has the username and realm of another one: a phone keeps"
                        + " one of the two only"
            })
    void findsWhatAPhoneWouldApplyInPart(String more, String fault) {
        String text = more.replace(",PROXY", PROXY).replace(',', '\n');

        assertThat(SipSections.faults(parsed(WHOLE + text))).containsExactly(fault);
    }

    @Test
    void absentRealmsAreEqual() {
        assertThat(SipSections.faults(parsed("[auth_info_0]\nusername=a\n[auth_info_1]\nusername=a\n")))
                .singleElement()
                .asString()
                .startsWith("[auth_info_1]");
    }

    @Test
    void whatIsRetiredNeedsNothing() {
        LpConfig document = parsed(WHOLE);
        List.of("reg_identity", "reg_proxy").forEach(document.section("proxy_1")::clear);
        for (String name : List.of("auth_info_1", "auth_info_2")) {
            List.of("username", "realm").forEach(document.section(name)::clear);
        }
        assertThat(SipSections.faults(document)).isEmpty();

        document.section("proxy_1").put("refkey", "x", true);
        assertThat(SipSections.faults(document))
                .containsExactly("[proxy_1] reg_identity is missing", "[proxy_1] reg_proxy is missing");
    }

    @Test
    void anEmptyValueThatDeletesNothingIsNotRetired() {
        LpConfig document = parsed(WHOLE);
        document.section("proxy_1").put("reg_proxy", "", false);
        document.section("proxy_2");

        assertThat(SipSections.faults(document)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a]b"})
    void findsSectionsThatAPhoneCannotKeep(String name) {
        LpConfig document = parsed(WHOLE);
        document.section(name);

        assertThat(SipSections.faults(document)).containsExactly("A section has a name that a phone cannot keep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a=b"})
    void findsKeysThatAPhoneCannotKeep(String key) {
        LpConfig document = parsed(WHOLE);
        document.section("net").put(key, "1", false);

        assertThat(SipSections.faults(document)).containsExactly("[net] has a key that a phone cannot keep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[proxy_0]\npublish=1\n[auth_info_0]\nuserid=u\n",
                "[proxy_0]\nreg_identity=template\n",
                "[auth_info_1]\nuserid=u\n",
                "[proxy_1]" + PROXY + "[auth_info_1]\nusername=u\n",
                "[auth_info_0]\nusername=a\n[auth_info_1]\nusername=a\n",
            })
    void aBaseMayHaveHalfOfWhatIsTheAccounts(String base) {
        assertThat(SipSections.baseFaults(parsed(base))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[proxy_0],reg_proxy=<b>|[proxy_0] reg_proxy ",
                "[proxy_1],reg_proxy=<sip:b>|[proxy_1] reg_identity ",
                "[proxy_2],PROXY|[proxy_2] ",
                "[auth_info_2],username=u|[auth_info_2] ",
                "[auth_info_1],username=u,[auth_info_2],username=u|[auth_info_2] "
            })
    void aBaseMayNotBreakAnAccountsDocument(String base, String fault) {
        LpConfig parsed = parsed(base.replace(",PROXY", PROXY).replace(',', '\n'));

        assertThat(SipSections.baseFaults(parsed)).singleElement().asString().startsWith(fault);
        assertThat(parsed.sections()).extracting(Section::name).doesNotContain("auth_info_0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[proxy_0],publish=1|[proxy_0] has no reg_identity or no reg_proxy",
                "[proxy_1],PROXY|[proxy_1] is not read without an account's document",
                "[auth_info_1],username=u|[auth_info_1] is not read without an account's document",
                "[sip],default_proxy=3|[sip] default_proxy names a proxy that is not there"
            })
    void warnsOfWhatIsHardlyMeant(String base, String warning) {
        assertThat(SipSections.baseWarnings(parsed(base.replace(",PROXY", PROXY).replace(',', '\n'))))
                .singleElement()
                .asString()
                .startsWith(warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                WHOLE,
                "[sip]\ndefault_proxy=0\n",
                "[sip]\ndefault_proxy=-1\n",
                WHOLE + "[sip]\ndefault_proxy=1\n[proxy_1]" + PROXY
            })
    void warnsOfNothingElse(String base) {
        assertThat(SipSections.baseWarnings(parsed(base))).isEmpty();
    }

    private static LpConfig parsed(String text) {
        return Linphonerc.parse(text).config();
    }
}
