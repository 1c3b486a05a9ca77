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
                new Case("hello world", "1:1 no_equals_sign"),
                new Case("k=1\n[a]", "1:1 before_section"),
                new Case("[a]\n =1", "2:2 no_key"),
                new Case("[a]\nk=  ", "2:1 empty_value"),
                new Case("[a]\n\t#k=1", "2:2 key_like_comment"),
                new Case("[a]\n[b", "2:1 unclosed_section"),
                new Case("[a]\n[]", "2:1 unnamed_section"),
                new Case("[a]\n\t[b]", "2:2 tab_before_section"),
                new Case("[two words]", "1:1 words_in_section"),
                new Case("[a]k=1", "1:4 text_after_section"),
                new Case("[a]\nmy key=1", "2:1 words_in_key"),
                new Case("[a]\nk= 1", "2:3 space_before_value"),
                new Case("[a]\nk=1\t", "2:3 tab_around_value"),
                new Case("[a]\nk=1 # one", "2:5 comment_behind_value"),
                new Case("[a]\nk=1\nk=2", "3:1 duplicate_key"),
                new Case("[a]\n[b]\n[a]", "3:1 duplicate_section"),
                new Case("[a]\n; one\n;k=1", "2:1 semicolon_comment", "3:1 semicolon_comment"),
                new Case("[a]\nk=srtp ; encrypted", "2:8 semicolon_behind_value"),
                new Case("[a]\nk=\"srtp\"", "2:3 quoted_value"),
                new Case("[a]\nk=On", "2:3 word_for_number"),
                new Case("[a]\nk=a{{ b }}", "2:4 foreign_template"),
                new Case("[a]\nk=\u0001", "2:3 unreadable"));
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
        Findings findings = Linter.check("[a]\npasswd= \"secret\" ; secret # secret\nsecret\nk=on secret");

        assertThat(findings.first())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("secret"));
    }

    @Test
    void keepsTheFirstAndCountsTheOthers() {
        Findings findings = Linter.check("x\n".repeat(Findings.MAX + 7));

        assertThat(findings.first()).hasSize(Findings.MAX);
        assertThat(findings.more()).isEqualTo(7);
    }

    private static List<String> findings(String text) {
        return Linter.check(text).first().stream()
                .map(finding -> finding.line() + ":" + finding.column() + " " + finding.code())
                .toList();
    }
}
