package org.sipprovisioning.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro with the options of {@code payara-micro:start}. */
final class PayaraMicro extends ApplicationServer {

    @Override
    void setUp(Path directory) {
        // Payara Micro has its whole configuration on the command line.
    }

    @Override
    String addPool(Path directory) throws IOException {
        Files.copy(configuration("payara/pool.txt"), pool(directory));
        return "jdbc/provisioning";
    }

    @Override
    void addTls(Path directory, Map<String, String> environment) throws IOException {
        Files.writeString(
                tls(directory),
                Files.readString(configuration("payara/preboot.txt"))
                        + Files.readString(configuration("payara/tls.txt")));
    }

    private static Path tls(Path directory) {
        return directory.resolve("preboot-tls.txt");
    }

    private static Path pool(Path directory) {
        return directory.resolve("pool.txt");
    }

    @Override
    ProcessBuilder process(Path directory, int port) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.add("@" + configuration("payara/jvm.options"));
        command.addAll(javaOptions(directory));
        command.add("-jar");
        command.add(installed("payara-micro.jar").toString());
        command.addAll(List.of("--deploy", war().toString(), "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(port)));
        Path preboot = Files.exists(tls(directory)) ? tls(directory) : configuration("payara/preboot.txt");
        command.addAll(List.of("--prebootcommandfile", preboot.toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        if (Files.exists(pool(directory))) {
            command.addAll(List.of("--postbootcommandfile", pool(directory).toString()));
            command.addAll(List.of("--addlibs", mariaDbDriver().toString()));
        }
        return new ProcessBuilder(command);
    }

    @Override
    boolean startEnded(String console) {
        return console.contains(" ready in ");
    }
}
