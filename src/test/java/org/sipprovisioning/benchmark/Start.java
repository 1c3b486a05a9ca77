package org.sipprovisioning.benchmark;

import java.nio.file.Path;
import java.util.Map;
import org.sipprovisioning.it.ServerProcess;

/** The start of a server until its first answer. */
record Start(double seconds, double cpuSeconds) {

    /** A server that runs, and its start. */
    record Started(ServerProcess process, Start start) {}

    static Started of(Path war, Path directory, Map<String, String> environment) {
        long begun = System.nanoTime();
        ServerProcess process = ServerProcess.startForSpeed(war, directory, environment);
        return new Started(process, measure(process, begun));
    }

    /** Stops the server and starts it again. */
    static Start again(ServerProcess process) {
        process.close();
        long begun = System.nanoTime();
        process.start();
        return measure(process, begun);
    }

    private static Start measure(ServerProcess process, long begun) {
        SingleRequest.send(process.server(), Operation.BASE, new Subject(0, 0));
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Start(seconds, ProcessState.cpuMillis(process.pid()) / 1e3);
    }
}
