package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The linphonerc entries that a request sends to be stored, with the result of a check of the documents that would be made of them.
 *
 * @param text the entries as they were sent
 * @param faults the reasons why they cannot be stored
 * @param warnings notes for their author, which do not prevent that they are stored
 */
public record SentEntries(String text, List<String> faults, List<String> warnings) {

    /** @throws LinphonercFault if no document can carry the text */
    public static SentEntries read(String text) {
        Linphonerc read = Linphonerc.parse(text);
        BaseTemplate base = BaseTemplate.of(read.config());
        List<String> faults = base.faults().isEmpty() ? sipFaults(base) : base.faults();
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.addAll(SipSections.baseWarnings(SampleValues.least(base)));
        return new SentEntries(text, faults, warnings);
    }

    /** Returns the faults of two documents: one with a value for each template, one with the least. A fault of one of them says which. */
    private static List<String> sipFaults(BaseTemplate base) {
        Set<String> all = new LinkedHashSet<>(SipSections.baseFaults(SampleValues.all(base)));
        Set<String> least = new LinkedHashSet<>(SipSections.baseFaults(SampleValues.least(base)));
        List<String> faults = new ArrayList<>();
        all.forEach(fault -> faults.add(least.contains(fault) ? fault : fault + ", with all templates filled in"));
        least.stream()
                .filter(fault -> !all.contains(fault))
                .forEach(fault -> faults.add(fault + ", where what templates ask for is missing"));
        return faults;
    }
}
