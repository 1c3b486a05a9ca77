package org.sipprovisioning.lint;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** Finds the ways of writing of other formats: PHP's INI, which FlexiAPI reads, and the templates of other tools. */
final class DialectCheck {
    /** Possessive, so that the time is linear. A SIP address may begin with a quoted name, but does not end after it. */
    private static final Pattern QUOTED =
            Pattern.compile("[ \\t]*+(?:\"[^\"]*+\"|'[^']*+')[ \\t]*+(?:;.*+)?", Pattern.DOTALL);

    private static final Set<String> WORDS = Set.of("on", "off", "true", "false", "yes", "no");

    private final Findings findings;

    DialectCheck(Findings findings) {
        this.findings = findings;
    }

    void check(LinphonercLine line) {
        if (line.text().stripLeading().startsWith(";")) {
            findings.add(Problem.SEMICOLON_COMMENT, line, line.text().indexOf(';'));
        } else if (line.kind() == LinphonercLine.Kind.ENTRY) {
            checkValue(line);
        }
    }

    private void checkValue(LinphonercLine line) {
        String value = line.value();
        int start = line.text().indexOf('=') + 1;
        int semicolon = value.indexOf(" ;");
        if (semicolon >= 0) {
            findings.add(Problem.SEMICOLON_BEHIND_VALUE, line, start + semicolon + 1);
        }
        if (QUOTED.matcher(value).matches()) {
            findings.add(Problem.QUOTED_VALUE, line, start);
        }
        if (WORDS.contains(word(value, semicolon))) {
            findings.add(Problem.WORD_FOR_NUMBER, line, start);
        }
        if (value.contains("{{")) {
            findings.add(Problem.FOREIGN_TEMPLATE, line, start + value.indexOf("{{"));
        }
    }

    /** Returns what PHP would read: the value without a comment, quotation marks and the case of letters. */
    private static String word(String value, int semicolon) {
        String bare = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        return bare.replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT);
    }
}
