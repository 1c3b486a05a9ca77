package org.sipprovisioning.lint;

import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.LinphonercLine;

/**
 * Tells the author of a linphonerc what a phone will make of it. Takes time linear in the text.
 *
 * <p>Sources: the grammar is that of liblinphone, as {@link Linphonerc} has it; the other dialects are PHP's {@code parse_ini_string},
 * which FlexiAPI uses, and the templates of envsubst and of Jinja.
 */
public final class Linter {
    private final Findings findings = new Findings();
    private final GrammarCheck grammar = new GrammarCheck(findings);
    private final DialectCheck dialect = new DialectCheck(findings);

    private Linter() {}

    /** Returns the findings of a text, in the order of its lines. */
    public static Findings check(String text) {
        Linter linter = new Linter();
        try {
            Linphonerc.parse(text, linter::check);
        } catch (LinphonercFault fault) {
            linter.findings.add(fault);
        }
        return linter.findings;
    }

    private void check(LinphonercLine line) {
        grammar.check(line);
        dialect.check(line);
    }
}
