package org.sipprovisioning.lint;

import java.util.Optional;
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
    private static final KnownKeys KEYS = KnownKeys.load();

    private final Findings findings = new Findings();
    private final GrammarCheck grammar = new GrammarCheck(findings);
    private final DialectCheck dialect = new DialectCheck(findings);
    private final NumberCheck numbers = new NumberCheck(findings);
    private final MeaningCheck meaning;
    private final FormatCheck format;

    private Linter(String text, boolean usesMd5) {
        meaning = new MeaningCheck(findings, KEYS, usesMd5);
        format = new FormatCheck(text);
    }

    /**
     * Returns the findings of a base that is open to all.
     *
     * @param usesMd5 whether the credentials of its space are MD5
     */
    public static Findings check(String text, boolean usesMd5) {
        Linter linter = new Linter(text, usesMd5);
        try {
            Linphonerc.parse(text, linter::check);
            linter.end();
        } catch (LinphonercFault fault) {
            linter.findings.add(fault);
        }
        return linter.findings;
    }

    private void check(LinphonercLine line) {
        grammar.check(line);
        dialect.check(line);
        format.check(line);
        if (line.kind() == LinphonercLine.Kind.ENTRY) {
            Optional<KnownKey> key = KEYS.find(line.section(), line.key());
            numbers.check(line, key);
            meaning.check(line, key);
        }
    }

    private void end() {
        meaning.end();
        format.reason().ifPresent(findings::refuse);
    }
}
