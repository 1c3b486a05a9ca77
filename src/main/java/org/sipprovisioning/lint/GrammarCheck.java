package org.sipprovisioning.lint;

import java.util.HashMap;
import java.util.Map;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** Finds lines that liblinphone ignores, or reads in another way than their author has probably intended. */
final class GrammarCheck {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Findings findings;

    /** The line at which each section was opened, and each key was set. */
    private final Map<String, Integer> sections = new HashMap<>();

    private final Map<String, Map<String, Integer>> keys = new HashMap<>();

    GrammarCheck(Findings findings) {
        this.findings = findings;
    }

    void check(LinphonercLine line) {
        if (line.number() == 1 && line.column() == 1 && line.text().startsWith(BYTE_ORDER_MARK)) {
            findings.add(Problem.BYTE_ORDER_MARK, line, 0);
        } else {
            checkKind(line);
        }
        if (line.isCut()) {
            findings.add(Problem.CUT_LINE, line, line.text().length());
        }
    }

    private void checkKind(LinphonercLine line) {
        switch (line.kind()) {
            case SECTION -> checkSection(line);
            case ENTRY -> checkEntry(line);
            case IGNORED -> checkIgnored(line);
            default -> {
                // A blank line and a comment are what they look like
            }
        }
    }

    private void checkSection(LinphonercLine line) {
        String text = line.text();
        int open = text.indexOf('[');
        int close = text.indexOf(']');
        if (text.substring(open + 1, close).strip().length() > line.section().length()) {
            findings.add(Problem.WORDS_IN_SECTION, line, open);
        }
        if (!text.substring(close + 1).isBlank()) {
            findings.add(Problem.TEXT_AFTER_SECTION, line, close + 1);
        }
        Integer opened = sections.putIfAbsent(line.section(), line.number());
        if (opened != null) {
            findings.add(Problem.DUPLICATE_SECTION, line, open, opened);
        }
    }

    private void checkEntry(LinphonercLine line) {
        String text = line.text();
        int equals = text.indexOf('=');
        if (text.substring(0, equals).strip().length() > line.key().length()) {
            findings.add(Problem.WORDS_IN_KEY, line, text.indexOf(line.key()));
        }
        checkValue(line, equals + 1);
        Integer set =
                keys.computeIfAbsent(line.section(), section -> new HashMap<>()).put(line.key(), line.number());
        if (set != null) {
            findings.add(Problem.DUPLICATE_KEY, line, text.indexOf(line.key()), set);
        }
    }

    private void checkValue(LinphonercLine line, int start) {
        String value = line.value();
        if (value.startsWith(" ")) {
            findings.add(Problem.SPACE_BEFORE_VALUE, line, start);
        }
        if (value.startsWith("\t") || value.endsWith("\t")) {
            findings.add(Problem.TAB_AROUND_VALUE, line, start);
        }
        int hash = value.indexOf(" #");
        if (hash >= 0) {
            findings.add(Problem.COMMENT_BEHIND_VALUE, line, start + hash + 1);
        }
    }

    private void checkIgnored(LinphonercLine line) {
        String text = line.text();
        String stripped = text.strip();
        int first = text.length() - text.stripLeading().length();
        if (stripped.startsWith("[")) {
            findings.add(bracket(text, stripped), line, first);
        } else if (stripped.indexOf('=') < 0) {
            if (!stripped.isEmpty() && !stripped.startsWith(";")) {
                findings.add(Problem.NO_EQUALS_SIGN, line, first);
            }
        } else {
            findings.add(entry(line, stripped), line, first);
        }
    }

    private static Problem bracket(String text, String stripped) {
        if (text.stripTrailing().lastIndexOf('\t', text.indexOf('[')) >= 0) {
            return Problem.TAB_BEFORE_SECTION;
        }
        return stripped.indexOf(']') < 0 ? Problem.UNCLOSED_SECTION : Problem.UNNAMED_SECTION;
    }

    private static Problem entry(LinphonercLine line, String stripped) {
        if (line.section().isEmpty()) {
            return Problem.BEFORE_SECTION;
        }
        if (line.value().isEmpty()) {
            return Problem.EMPTY_VALUE;
        }
        return stripped.startsWith("#") ? Problem.KEY_LIKE_COMMENT : Problem.NO_KEY;
    }
}
