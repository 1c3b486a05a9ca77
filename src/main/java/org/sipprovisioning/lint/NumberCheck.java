package org.sipprovisioning.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** Finds values of numeric keys that liblinphone reads as another number than their author has probably meant. */
final class NumberCheck {
    private static final String TEMPLATE = "${";
    private static final Set<String> WORDS = Set.of("on", "off", "true", "false", "yes", "no");

    private final Findings findings;

    NumberCheck(Findings findings) {
        this.findings = findings;
    }

    /** @param key the key that the entry sets; empty if it is unknown */
    void check(LinphonercLine line, Optional<KnownKey> key) {
        String value = line.value();
        if (isWord(value) && key.map(KnownKey::type).map(ValueType::isRead).orElse(true)) {
            add(Problem.WORD_FOR_NUMBER, line);
        } else if (!value.contains(TEMPLATE)) {
            key.filter(known -> known.type().isRead()).ifPresent(known -> checkNumber(line, known));
        }
    }

    private void checkNumber(LinphonercLine line, KnownKey key) {
        Optional<CNumber> read =
                key.type() == ValueType.FLOAT ? CNumber.decimal(line.value()) : CNumber.integer(line.value());
        if (read.isEmpty()) {
            add(Problem.NO_NUMBER, line);
            return;
        }
        CNumber number = read.get();
        if (number.isOctal()) {
            add(Problem.OCTAL_NUMBER, line);
        } else if (!number.isWhole()) {
            add(Problem.TEXT_AFTER_NUMBER, line);
        }
        if (!key.range().contains(number.value())) {
            add(Problem.OUT_OF_RANGE, line, key.range());
        }
    }

    /** Whether PHP, which FlexiAPI uses, would read the value as a truth value: without a comment, quotation marks and case. */
    private static boolean isWord(String value) {
        int semicolon = value.indexOf(" ;");
        String bare = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        return WORDS.contains(bare.replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT));
    }

    private void add(Problem problem, LinphonercLine line, Object... details) {
        findings.add(problem, line, line.text().indexOf('=') + 1, details);
    }
}
