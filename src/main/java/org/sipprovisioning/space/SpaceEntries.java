package org.sipprovisioning.space;

import java.util.List;
import java.util.Optional;
import org.sipprovisioning.lint.Findings;
import org.sipprovisioning.lint.Linter;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.SentEntries;

/** The linphonerc entries that a request sends to be stored in a space, with what a phone would make of them. */
record SpaceEntries(SentEntries sent, Findings findings) {

    /** @throws LinphonercFault if no document can carry the text */
    static SpaceEntries read(String text, Space space) {
        return new SpaceEntries(SentEntries.read(text), Linter.check(text, space.algorithm() == DigestAlgorithm.MD5));
    }

    String text() {
        return sent.text();
    }

    /** Returns the reasons why they cannot be stored. */
    List<String> faults() {
        Optional<String> refusal = findings.refusal();
        return refusal.isPresent() ? List.of("is no linphonerc: " + refusal.get()) : sent.faults();
    }

    /** Returns notes for the log and the audit trail. */
    List<String> warnings() {
        return sent.warnings();
    }
}
