package org.sipprovisioning.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** WildFly, which the build has set up by {@code provisioning.cli}, with a base directory of the test's own. */
final class WildFly extends ApplicationServer {

    @Override
    void setUp(Path directory) throws IOException {
        Path base = base(directory);
        if (!Files.exists(base)) {
            copy(installed("wildfly/standalone"), base);
        }
        Files.copy(WAR, base.resolve("deployments/provisioning.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    ProcessBuilder process(Path directory, int port) {
        ProcessBuilder builder = new ProcessBuilder(
                installed("wildfly/bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base(directory),
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + ServerProcess.freePort(),
                "-Djboss.management.http.port=" + ServerProcess.freePort());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "PREPEND_JAVA_OPTS",
                        String.join(" ", JAVA_OPTIONS) + " -Djava.io.tmpdir=" + directory.resolve("tmp"));
        return builder;
    }

    @Override
    boolean startEnded(String console) {
        return console.contains("WFLYSRV0025") || console.contains("WFLYSRV0026");
    }

    private static Path base(Path directory) {
        return directory.resolve("standalone");
    }
}
