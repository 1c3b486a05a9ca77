package org.sipprovisioning.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Open Liberty with a server {@code provisioning} in the test's own user directory. */
final class OpenLiberty extends ApplicationServer {

    @Override
    void setUp(Path directory) throws IOException {
        Path server = workingDirectory(directory);
        Files.createDirectories(server.resolve("apps"));
        // server.xml, jvm.options, and the jars of the data source
        copy(installed("openliberty"), server);
        Files.copy(war(), server.resolve("apps/provisioning.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    Path workingDirectory(Path directory) {
        return directory.resolve("usr/servers/provisioning");
    }

    @Override
    String addPool(Path directory) throws IOException {
        Path overrides = workingDirectory(directory).resolve("configDropins/overrides");
        Files.createDirectories(overrides);
        Files.copy(configuration("openliberty/pool.xml"), overrides.resolve("pool.xml"));
        return "jdbc/provisioning";
    }

    @Override
    void addTls(Path directory, Map<String, String> environment) throws IOException {
        Path overrides = workingDirectory(directory).resolve("configDropins/overrides");
        Files.createDirectories(overrides);
        Files.copy(configuration("openliberty/tls.xml"), overrides.resolve("tls.xml"));
    }

    @Override
    ProcessBuilder process(Path directory, int port) {
        ProcessBuilder builder = new ProcessBuilder(installed("wlp/bin/server").toString(), "run", "provisioning");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", directory.resolve("usr").toString());
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("JVM_ARGS", String.join(" ", javaOptions(directory)));
        return builder;
    }

    @Override
    boolean startEnded(String console) {
        return console.contains("CWWKF0011I");
    }
}
