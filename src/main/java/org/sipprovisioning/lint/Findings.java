package org.sipprovisioning.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** The findings of a text, in the order of its lines: the first 200, and the number of the others. */
public final class Findings {
    static final int MAX = 200;

    private final List<Finding> first = new ArrayList<>();
    private int more;
    private String refusal;

    /** Returns the first findings. */
    public List<Finding> first() {
        return first.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    /** Returns why the text is no linphonerc, as a part of a sentence; empty if it is one. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Returns the number of findings after the first ones. */
    public int more() {
        return more;
    }

    /**
     * Adds a finding about a line.
     *
     * @param index of the character in the line's text
     * @param details the values for the message; they must not be values of the text
     */
    void add(Problem problem, LinphonercLine line, int index, Object... details) {
        Optional<String> key = line.kind() == LinphonercLine.Kind.ENTRY ? Optional.of(line.key()) : Optional.empty();
        add(new Finding(
                line.number(),
                line.columnOf(index),
                problem.severity(),
                problem.code(),
                Optional.of(line.section()).filter(Predicate.not(String::isEmpty)),
                key,
                problem.message(details),
                problem.advice()));
    }

    /** Adds a finding about a text that cannot be stored. */
    void add(LinphonercFault fault) {
        add(ofText(Problem.UNREADABLE, fault.line(), fault.column(), fault.reason()));
    }

    /** Adds the finding that the text is no linphonerc, even if there are 200 others. */
    void refuse(String reason) {
        refusal = reason;
        if (first.size() == MAX) {
            first.remove(MAX - 1);
            more++;
        }
        first.add(0, ofText(Problem.NO_LINPHONERC, 1, 1, reason));
    }

    private static Finding ofText(Problem problem, int line, int column, String reason) {
        return new Finding(
                line,
                column,
                problem.severity(),
                problem.code(),
                Optional.empty(),
                Optional.empty(),
                problem.message(reason),
                problem.advice());
    }

    private void add(Finding finding) {
        if (first.size() < MAX) {
            first.add(finding);
        } else {
            more++;
        }
    }
}
