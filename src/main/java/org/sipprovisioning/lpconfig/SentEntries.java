package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Linphonerc entries that are to be kept, looked at for what documents would come of them.
 *
 * @param text as sent
 * @param faults why they cannot be kept
 * @param warnings what their author should know
 */
public record SentEntries(String text, List<String> faults, List<String> warnings) {

    /** @throws LinphonercFault for what no document can carry */
    public static SentEntries read(String text) {
        Linphonerc read = Linphonerc.parse(text);
        BaseTemplate base = BaseTemplate.of(read.config());
        List<String> faults = base.faults().isEmpty() ? sipFaults(base) : base.faults();
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.addAll(SipSections.baseWarnings(SampleValues.least(base)));
        return new SentEntries(text, faults, warnings);
    }

    /** Which documents have them is said where not all have. */
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
