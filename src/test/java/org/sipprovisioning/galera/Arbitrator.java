package org.sipprovisioning.galera;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.sipprovisioning.it.ServerProcess;

/** The third member of the cluster, which has no data: with it, the cluster keeps its majority when a node is lost. */
final class Arbitrator {
    private final Path log;
    private final int port = ServerProcess.freePort();
    private Process process;

    Arbitrator(Path log) {
        this.log = log;
    }

    void start(String... members) {
        try {
            process = new ProcessBuilder(
                            "garbd",
                            "--group=" + GaleraCluster.NAME,
                            "--address=gcomm://" + String.join(",", members),
                            "--options=gmcast.listen_addr=tcp://127.0.0.1:" + port)
                    // Writes a file into its working directory
                    .directory(log.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
