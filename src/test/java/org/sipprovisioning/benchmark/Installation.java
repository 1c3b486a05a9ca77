package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.sipprovisioning.it.MariaDb;
import org.sipprovisioning.it.ServerProcess;

/** The processes of the benchmark: MariaDB, the product, the server of the constant resource, and the generators of load. */
final class Installation implements AutoCloseable {
    static final String USER = "provisioning";
    static final String PASSWORD = "topsecret";
    static final Path OUTPUT = Path.of("target/benchmark").toAbsolutePath();
    private static final Path WAR = Path.of("target/provisioning.war");
    private static final String METER = "meter";
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final Path directory = Path.of("target/it/benchmark").toAbsolutePath();
    private final ConstantWar constantWar = new ConstantWar(directory);
    private final MariaDb mariaDb;
    private final Connection root;
    private final ServerProcess product;
    private final List<Start> starts = new ArrayList<>();
    private final List<Start> constantStarts = new ArrayList<>();
    private long idlePss;
    private final Population population;
    private final ChildProcess generator;
    private final ChildProcess loop;
    private ServerProcess constant;
    private long constantPss;

    Installation(BenchmarkSettings settings) throws IOException, SQLException {
        Files.createDirectories(directory);
        Files.createDirectories(OUTPUT);
        mariaDb = MariaDb.startNew(
                "benchmark",
                "CREATE USER IF NOT EXISTS '" + METER + "'@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "';",
                "GRANT ALL ON *.* TO '" + METER + "'@'127.0.0.1';");
        root = DriverManager.getConnection(mariaDb.address(), METER, PASSWORD);
        // The first start creates the schema and the first admin
        Start.Started first = Start.of(WAR, directory.resolve("product"), environment());
        product = first.process();
        population = new Population(root, settings.accounts());
        population.create();
        for (int i = 0; i < settings.starts(); i++) {
            starts.add(Start.again(product));
        }
        if (starts.isEmpty()) {
            starts.add(first.start());
        }
        LockSupport.parkNanos(IDLE_NANOS);
        idlePss = ProcessState.pssKilobytes(product.pid());
        generator = new ChildProcess(LoadGenerator.class, OUTPUT.resolve("generator.log"));
        loop = new ChildProcess(JdbcLoop.class, OUTPUT.resolve("loop.log"));
    }

    private Map<String, String> environment() {
        return Map.of(
                "PROVISIONING_DB_URL",
                mariaDb.address(),
                "PROVISIONING_DB_USER",
                USER,
                "PROVISIONING_DB_PASSWORD",
                PASSWORD,
                "PROVISIONING_DATA_DIR",
                directory.resolve("data").toString(),
                "PROVISIONING_LINPHONERC",
                Path.of("src/test/resources/benchmark/linphonerc")
                        .toAbsolutePath()
                        .toString(),
                "PROVISIONING_ADMIN_API_KEY",
                Operation.ADMIN_KEY);
    }

    /** Starts the server of the constant resource, which needs the answers of the product. */
    void startConstant(int times) {
        Start.Started started = Start.of(
                constantWar.make(), directory.resolve("constant"), Map.of("BENCHMARK_ANSWERS", directory.toString()));
        constant = started.process();
        constantStarts.add(started.start());
        while (constantStarts.size() < times) {
            constantStarts.add(Start.again(constant));
        }
        LockSupport.parkNanos(IDLE_NANOS);
        constantPss = ProcessState.pssKilobytes(constant.pid());
    }

    /** Stops the server of the constant resource. */
    void stopConstant() {
        constant.close();
    }

    ServerProcess product() {
        return product;
    }

    ServerProcess constant() {
        return constant;
    }

    Population population() {
        return population;
    }

    ConstantWar constantWar() {
        return constantWar;
    }

    Connection root() {
        return root;
    }

    ChildProcess generator() {
        return generator;
    }

    ChildProcess loop() {
        return loop;
    }

    String databaseAddress() {
        return mariaDb.address();
    }

    long databasePid() {
        return mariaDb.pid();
    }

    /** Returns the starts of the product on a database that has its schema. */
    List<Start> starts() {
        return starts;
    }

    List<Start> constantStarts() {
        return constantStarts;
    }

    long idlePss() {
        return idlePss;
    }

    long constantPss() {
        return constantPss;
    }

    @Override
    public void close() throws SQLException {
        product.close();
        if (constant != null) {
            constant.close();
        }
        generator.close();
        loop.close();
        root.close();
        mariaDb.stop();
    }
}
