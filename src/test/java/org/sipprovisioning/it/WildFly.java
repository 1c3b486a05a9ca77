package org.sipprovisioning.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** WildFly, which the build has set up with {@code provisioning.cli}, with the test's own base directory. */
final class WildFly extends ApplicationServer {

    @Override
    void setUp(Path directory) throws IOException {
        Path base = base(directory);
        if (!Files.exists(base)) {
            copy(installed("wildfly/standalone"), base);
        }
        Files.copy(war(), base.resolve("deployments/provisioning.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A property of WildFly's configuration wins over an option of Java. */
    @Override
    void stayAlive(Map<String, String> environment) {
        environment.put("PROVISIONING_EXIT_ON_FAILED_START", "false");
    }

    @Override
    String addPool(Path directory) throws IOException {
        Files.createDirectories(modules(directory));
        cli(
                directory,
                Map.of(),
                "--command=module add --name=org.mariadb.jdbc --dependencies=java.se --resources=" + mariaDbDriver()
                        + " --module-root-dir=" + modules(directory));
        cli(directory, Map.of(), "--file=" + configuration("wildfly/pool.cli"));
        return "java:/jdbc/provisioning";
    }

    @Override
    void addTls(Path directory, Map<String, String> environment) throws IOException {
        cli(directory, environment, "--file=" + configuration("wildfly/tls.cli"));
    }

    private static void cli(Path directory, Map<String, String> environment, String argument) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(installed("wildfly/bin/jboss-cli.sh").toString(), argument);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + base(directory));
        Path output = directory.resolve("cli.txt");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path modules(Path directory) {
        return directory.resolve("modules");
    }

    @Override
    ProcessBuilder process(Path directory, int port) {
        ProcessBuilder builder = new ProcessBuilder(
                installed("wildfly/bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base(directory),
                "-Djboss.http.port=" + port,
                "--graceful-startup=false",
                "-Djboss.management.http.port=" + ServerProcess.freePort());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JBOSS_MODULEPATH", installed("wildfly/modules") + ":" + modules(directory));
        builder.environment().put("PREPEND_JAVA_OPTS", String.join(" ", javaOptions(directory)));
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
