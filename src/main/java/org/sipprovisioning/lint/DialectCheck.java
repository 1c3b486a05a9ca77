package org.sipprovisioning.lint;

import java.util.regex.Pattern;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** Finds the ways of writing of other formats: PHP's INI, which FlexiAPI reads, and the templates of other tools. */
final class DialectCheck {
    /** Possessive, so that the time is linear. A SIP address may begin with a quoted name, but does not end after it. */
    private static final Pattern QUOTED =
            Pattern.compile("[ \\t]*+(?:\"[^\"]*+\"|'[^']*+')[ \\t]*+(?:;.*+)?", Pattern.DOTALL);

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
        if (value.contains("{{")) {
            findings.add(Problem.FOREIGN_TEMPLATE, line, start + value.indexOf("{{"));
        }
    }
}
