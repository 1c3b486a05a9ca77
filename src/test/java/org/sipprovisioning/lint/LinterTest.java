package org.sipprovisioning.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {
    private static final int LONGEST = 16_383;

    /** A text, and its findings as {@code line:column code}. */
    record Case(String text, String... findings) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case("# a comment\n\n [sip]\nmedia_encryption=srtp\n"),
                new Case("[a]\nreg_identity=\"Alice\" <sip:alice@example.org>\nroute=<sip:a;transport=tls>"),
                new Case("\ufeff[a]\n[b]\nk=1", "1:1 byte_order_mark"),
                new Case("[a]\nk=" + "v".repeat(LONGEST), "2:16384 cut_line", "2:16384 no_equals_sign"),
                new Case("[a]\nk=1\nhello world", "3:1 no_equals_sign"),
                new Case("k=1\n[a]\nk=1", "1:1 before_section"),
                new Case("[a]\nk=1\n =1", "3:2 no_key"),
                new Case("[a]\nk=1\nl=  ", "3:1 empty_value"),
                new Case("[a]\nk=1\n\t#k=1", "3:2 key_like_comment"),
                new Case("[a]\nk=1\n[b", "3:1 unclosed_section"),
                new Case("[a]\nk=1\n[]", "3:1 unnamed_section"),
                new Case("[a]\nk=1\n\t[b]", "3:2 tab_before_section"),
                new Case("[two words]", "1:1 words_in_section"),
                new Case("[a]k=1", "1:4 text_after_section"),
                new Case("[a]\nmy key=1", "2:1 words_in_key"),
                new Case("[a]\nk= 1", "2:3 space_before_value"),
                new Case("[a]\nk=1\t", "2:3 tab_around_value"),
                new Case("[a]\nk=1 # one", "2:5 comment_behind_value"),
                new Case("[a]\nk=1\nk=2", "3:1 duplicate_key"),
                new Case("[a]\n[b]\n[a]", "3:1 duplicate_section"),
                new Case("[a]\n; one\n;k=1\nk=1", "2:1 semicolon_comment", "3:1 semicolon_comment"),
                new Case("[a]\nk=srtp ; encrypted", "2:8 semicolon_behind_value"),
                new Case("[a]\nk=\"srtp\"", "2:3 quoted_value"),
                new Case("[a]\nk=On", "2:3 word_for_number"),
                new Case("[a]\nk=a{{ b }}", "2:4 foreign_template"),
                new Case("[a]\nk=\u0001", "2:3 unreadable"),
                new Case(""),
                new Case("# a comment"),
                new Case("[a]\n# no entry\n"),
                new Case("hello world", "1:1 no_linphonerc", "1:1 no_equals_sign"),
                new Case(" <?xml version=\"1.0\"?>", "1:1 no_linphonerc", "1:2 before_section"),
                new Case("\ufeff<html>\n[a]\nk=1", "1:1 no_linphonerc", "1:1 byte_order_mark"),
                new Case("{\n[a]\nk=1", "1:1 no_linphonerc", "1:1 no_equals_sign"));
    }

    /** Entries of keys that are known: liblinphone reads numbers from most of them. */
    static Stream<Case> entriesOfKnownKeys() {
        return Stream.of(
                new Case("[net]\nmtu=1300"),
                new Case("[net]\nmtu=${query.mtu}"),
                new Case("[net]\nmtu=true", "2:5 word_for_number"),
                new Case("[net]\nmtu=x", "2:5 no_number"),
                new Case("[net]\nmtu=01300", "2:5 octal_number"),
                new Case("[net]\nmtu=1300 bytes", "2:5 text_after_number"),
                new Case("[net]\nmtu=-5", "2:5 out_of_range"),
                new Case("[sip]\ncontact=on"),
                new Case("[auth_info_0]\nha1=8d", "2:1 open_secret"),
                new Case("[auth_info_0]\npasswd=${query.password}"),
                new Case("[auth_info_0]\nrealm=*", "2:7 realm_star"),
                new Case("[auth_info_0]\nclient_cert_key_password=x", "2:1 key_password", "2:1 open_secret"),
                new Case("[misc]\nfile_transfer_server_url=http://x\n[sip]\nhttps_only=1", "2:26 http_url"),
                new Case("[sip]\nhttps_onyl=1", "2:1 unknown_key"),
                new Case("[BuddyLookup]\nurl=http://x", "2:1 key_is_gone"));
    }

    @ParameterizedTest
    @MethodSource("entriesOfKnownKeys")
    void findsInEntriesOfKnownKeys(Case expected) {
        assertThat(findings(expected.text)).containsExactly(expected.findings);
    }

    @Test
    void knowsTheAlgorithmOfTheSpace() {
        String text = "[digest_authentication_policy]\nallow_md5=0";

        assertThat(Linter.check(text, false).first()).isEmpty();
        assertThat(Linter.check(text, true).first()).extracting(Finding::code).containsExactly("md5_switched_off");
    }

    @Test
    void refusesAnotherFormatAfterManyFindings() {
        Findings findings = Linter.check("x\n".repeat(Findings.MAX + 7), false);

        assertThat(findings.refusal()).contains("no line of it sets a key, and liblinphone ignores line 1");
        assertThat(findings.first()).hasSize(Findings.MAX);
        assertThat(findings.first().get(0).code()).isEqualTo("no_linphonerc");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(Case expected) {
        assertThat(findings(expected.text)).containsExactly(expected.findings);
    }

    @Test
    void tellsAllOfALineInFlexiApisDialect() {
        assertThat(findings("[sip]\nmedia_encryption = \"srtp\" ; encrypted"))
                .containsExactlyInAnyOrder(
                        "2:19 space_before_value", "2:27 semicolon_behind_value", "2:19 quoted_value");
    }

    @Test
    void repeatsNoValue() {
        Findings findings = Linter.check("[a]\npasswd= \"secret\" ; secret # secret\nsecret\nk=on secret", false);

        assertThat(findings.first())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("secret"));
    }

    @Test
    void keepsTheFirstAndCountsTheOthers() {
        Findings findings = Linter.check("[a]\nk=1\n" + "x\n".repeat(Findings.MAX + 7), false);

        assertThat(findings.first()).hasSize(Findings.MAX);
        assertThat(findings.more()).isEqualTo(7);
    }

    private static List<String> findings(String text) {
        return Linter.check(text, false).first().stream()
                .map(finding -> finding.line() + ":" + finding.column() + " " + finding.code())
                .toList();
    }
}
