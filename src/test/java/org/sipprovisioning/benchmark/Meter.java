package org.sipprovisioning.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Measures what processes and the database do in a run. */
final class Meter {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long PAUSE_NANOS = 250_000_000;
    private static final long CALM_MILLIS = 20;
    private static final int PATIENCE = 20;

    private final Connection connection;
    private final long databasePid;
    private final long generatorPid;

    Meter(Connection connection, long databasePid, long generatorPid) {
        this.connection = connection;
        this.databasePid = databasePid;
        this.generatorPid = generatorPid;
    }

    private record State(long server, long database, long generator, long machine, long nanos, Counters counters) {}

    /**
     * Runs the load and measures it.
     *
     * @param pid the process that does the work, with or without the database
     */
    Window measure(long pid, Supplier<Sample> load) throws SQLException {
        awaitCalm(pid);
        State before = state(pid);
        Sample sample = load.get();
        State after = state(pid);
        double count = sample.count();
        Counters counters = after.counters.since(before.counters);
        long server = after.server - before.server;
        long database = after.database - before.database;
        long generator = after.generator - before.generator;
        double available = (after.nanos - before.nanos) / 1e6 * CORES;
        return new Window(
                sample,
                server / count,
                database / count,
                generator / count,
                counters.statements() / count,
                counters.commits() / count,
                (after.machine - before.machine - server - database - generator) / available);
    }

    private State state(long pid) throws SQLException {
        return new State(
                ProcessState.cpuMillis(pid),
                ProcessState.cpuMillis(databasePid),
                ProcessState.cpuMillis(generatorPid),
                ProcessState.machineCpuMillis(),
                System.nanoTime(),
                Counters.read(connection));
    }

    /** Waits, but not for ever, until what former runs have left to do in the background is done. */
    private void awaitCalm(long pid) {
        long before = busy(pid);
        for (int i = 0; i < PATIENCE; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            long now = busy(pid);
            if (now - before < CALM_MILLIS) {
                return;
            }
            before = now;
        }
    }

    private long busy(long pid) {
        return ProcessState.cpuMillis(pid) + ProcessState.cpuMillis(databasePid);
    }
}
