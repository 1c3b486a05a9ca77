package org.sipprovisioning.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.LinphonercLine;

/** The findings of a text: the first 200, and the number of the others. */
public final class Findings {
    static final int MAX = 200;

    private final List<Finding> first = new ArrayList<>();
    private int more;

    /** Returns the first findings. */
    public List<Finding> first() {
        return Collections.unmodifiableList(first);
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
        add(new Finding(
                fault.line(),
                fault.column(),
                Problem.UNREADABLE.severity(),
                Problem.UNREADABLE.code(),
                Optional.empty(),
                Optional.empty(),
                Problem.UNREADABLE.message(fault.reason()),
                Problem.UNREADABLE.advice()));
    }

    private void add(Finding finding) {
        if (first.size() < MAX) {
            first.add(finding);
        } else {
            more++;
        }
    }
}
