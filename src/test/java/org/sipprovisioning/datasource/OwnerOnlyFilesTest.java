package org.sipprovisioning.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the permissions of all files that H2 writes, in a process whose umask takes none away. */
class OwnerOnlyFilesTest {
    private static final int DONE = 42;

    @TempDir
    private Path directory;

    /** H2 locks a shared database by a file, and traces to a file: these are further files beside the database's own. */
    @Test
    void noOtherUserMayUseAnyFile() throws Exception {
        Path data = directory.resolve("a/data");

        assertThat(withoutUmask(data)).as(this::output).isEqualTo(DONE);

        assertThat(permissions(data.getParent())).isEqualTo("rwx------");
        assertThat(permissions(data)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName() + " " + permissions(file)))
                    .containsExactlyInAnyOrder(
                            "x.mv.db rw-------", "x.lock.db rw-------", "x.trace.db rw-------", "copy.zip rw-------");
        }
    }

    /** Writes to a database, and ends without closing it. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws SQLException {
            Path data = Path.of(arguments[0]);
            String url = "jdbc:h2:file:" + data.resolve("x") + ";AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=3";
            ProvisioningDataSource dataSource =
                    new ProvisioningDataSource(() -> DatabaseSettings.read(Map.of("provisioning.db.url", url)::get));
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INT PRIMARY KEY)");
                statement.execute("BACKUP TO 'owneronly:" + data.resolve("copy.zip") + "'");
                Runtime.getRuntime().halt(DONE);
            }
        }
    }

    private int withoutUmask(Path data) throws Exception {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 000; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dh2.bindAddress=127.0.0.1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
