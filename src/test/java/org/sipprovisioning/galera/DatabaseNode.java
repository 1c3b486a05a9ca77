package org.sipprovisioning.galera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.ServerProcess;

/** A node of the cluster: a MariaDB of Debian's packages, as a child process at 127.0.0.1. Copies its data from another node if needed. */
public final class DatabaseNode {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path directory;
    private final Path log;
    private final int port = ServerProcess.freePort();
    private final int groupPort = ServerProcess.freePort();
    private final int transferPort = ServerProcess.freePort();
    private final int copyPort = ServerProcess.freePort();
    private Process process;

    DatabaseNode(Path directory, Path log) {
        this.directory = directory;
        this.log = log;
    }

    Path data() {
        return directory.resolve("data");
    }

    /** Returns the address for JDBC URLs. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns the JDBC URL of a database, with the user of the application. */
    public String url(String database) {
        return "jdbc:mariadb://" + address() + "/" + database + "?user=" + GaleraCluster.USER + "&password="
                + GaleraCluster.PASSWORD;
    }

    /** Returns the address for the members of the cluster. */
    String groupAddress() {
        return "127.0.0.1:" + groupPort;
    }

    /**
     * Starts the node. Returns when it accepts statements.
     *
     * @param members the group addresses of running members; none for the first node of a new cluster
     */
    void start(String... members) {
        try {
            process = new ProcessBuilder(command(String.join(",", members)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitSynced();
    }

    private List<String> command(String members) {
        List<String> command = new ArrayList<>(List.of("mariadbd", "--no-defaults"));
        if (GaleraCluster.isRoot()) {
            // As root, rsync would write as nobody
            command.add("--user=mysql");
        }
        Stream.of(
                        "datadir=" + data(),
                        "tmpdir=" + directory,
                        "socket=" + directory.resolve("socket"),
                        "pid-file=" + directory.resolve("pid"),
                        "port=" + port,
                        "bind-address=127.0.0.1",
                        "skip-name-resolve",
                        "binlog-format=ROW",
                        "innodb-autoinc-lock-mode=2",
                        "innodb-buffer-pool-size=32M",
                        GaleraCluster.LOG_SIZE,
                        "innodb-flush-log-at-trx-commit=2",
                        "wsrep-on=ON",
                        "wsrep-provider=/usr/lib/galera/libgalera_smm.so",
                        "wsrep-cluster-name=" + GaleraCluster.NAME,
                        "wsrep-cluster-address=gcomm://" + members,
                        "wsrep-node-address=" + groupAddress(),
                        "wsrep-node-incoming-address=" + address(),
                        "wsrep-sst-method=rsync",
                        "wsrep-sst-receive-address=127.0.0.1:" + copyPort,
                        "wsrep-provider-options=gmcast.listen_addr=tcp://" + groupAddress()
                                + ";ist.recv_addr=127.0.0.1:" + transferPort + ";gcache.size=16M")
                .map(option -> "--" + option)
                .forEach(command::add);
        return command;
    }

    /** Returns when the node is a full member of the cluster. */
    void awaitSynced() {
        Poll.until(PATIENCE, () -> {
            assertThat(process.isAlive()).as("see " + log).isTrue();
            assertThat(status("wsrep_local_state_comment")).isEqualTo("Synced");
        });
    }

    /** Ends the node by SIGKILL. */
    void kill() {
        if (process != null) {
            // rsync may be running below it
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    /** Opens a connection as a user with all rights. The caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://" + address() + "/?connectTimeout=1000", GaleraCluster.TESTER, GaleraCluster.PASSWORD);
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the columns of all rows, one after the other, as text. */
    public List<String> query(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return texts(statement);
        } catch (SQLException e) {
            throw new AssertionError(address() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    texts.add(rows.getString(i));
                }
            }
        }
        return texts;
    }

    String status(String name) {
        return query("SHOW STATUS LIKE '" + name + "'").get(1);
    }
}
