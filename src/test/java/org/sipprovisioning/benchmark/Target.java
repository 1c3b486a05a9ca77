package org.sipprovisioning.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is loaded: the product, or one of the ceilings beside it. */
final class Target {
    private static final Duration WARM_UP_STEP = Duration.ofSeconds(2);
    private static final int QUIET_STEPS = 3;
    private static final double QUIET = 0.05;

    /** Loads the target for a time. */
    interface Load {
        Sample run(Duration time) throws SQLException;
    }

    private final Meter meter;
    private final long pid;
    private final Duration time;
    private final Load load;
    private final List<Window> windows = new ArrayList<>();

    Target(Meter meter, long pid, Duration time, Load load) {
        this.meter = meter;
        this.pid = pid;
        this.time = time;
        this.load = load;
    }

    /** Loads the target until its rate does not change any more. Returns the time that this took. */
    Duration warmUp(Duration limit) throws SQLException {
        List<Double> rates = new ArrayList<>();
        long begun = System.nanoTime();
        while (!isQuiet(rates) && System.nanoTime() - begun < limit.toNanos()) {
            rates.add(load.run(WARM_UP_STEP).perSecond());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static boolean isQuiet(List<Double> rates) {
        if (rates.size() < QUIET_STEPS) {
            return false;
        }
        Series last = Series.of(rates.subList(rates.size() - QUIET_STEPS, rates.size()), rate -> rate);
        return last.max() - last.min() <= QUIET * last.median();
    }

    void measure() throws SQLException {
        windows.add(meter.measure(pid, () -> load(time)));
    }

    List<Window> windows() {
        return windows;
    }

    private Sample load(Duration duration) {
        try {
            return load.run(duration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
