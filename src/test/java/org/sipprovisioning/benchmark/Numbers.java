package org.sipprovisioning.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Gives each run numbers of subjects that no run before has used, as long as there are any. */
final class Numbers {
    /** Faster than any operation is today; what a run has really used is known afterwards. */
    private static final int MOST_PER_SECOND = 4_000;

    private final Population population;
    private final Map<Operation, Integer> next = new HashMap<>();

    Numbers(Population population) {
        this.population = population;
    }

    /** Returns the first subject of a run. Renews the tokens if too few are left. */
    Subject first(Operation operation, Duration time) throws SQLException {
        int number = next.getOrDefault(operation, 0);
        long needed = MOST_PER_SECOND * Math.max(1, time.toSeconds());
        if (operation.isOfExistingAccount() && number + needed > population.size()) {
            if (operation == Operation.TOKEN) {
                population.renewTokens();
            }
            number = 0;
            next.put(operation, 0);
        }
        return new Subject(population.generation(), number);
    }

    /** Takes note of what a run has used; the last requests may have been begun, but not counted. */
    void used(Operation operation, Sample sample, int connections) {
        next.merge(operation, (int) sample.count() + connections, Integer::sum);
    }
}
