package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
    @TempDir
    private Path parent;

    private Path data;
    private OwnFiles files;

    @BeforeEach
    void makeTheDirectory() throws IOException {
        data = Files.createDirectory(parent.resolve("data"));
        chmod(parent, "rwxrwxr-x");
        chmod(data, "rwxr-xr-x");
        files = new OwnFiles(data, Optional.of(data.resolve("provisioning")));
    }

    @Test
    void narrowsWhatTheServerWrites() throws IOException {
        Path database = file("provisioning.mv.db", "rw-r--r--");
        Path lock = file("provisioning.lock.db", "rw-rw-rw-");
        Path key = file("admin-api-key", "rw-r-----");
        Path aside = file("admin-api-key.1a2b.new", "rw-r--r--");
        assertThat(files.problems()).hasSize(5).allMatch(problem -> problem.contains("may be used by other users"));

        files.narrow();

        assertThat(files.problems()).isEmpty();
        for (Path file : new Path[] {database, lock, key, aside}) {
            assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
        }
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(parent)).isEqualTo("rwxrwxr-x");
    }

    @Test
    void leavesTheOperatorsFilesAndTheirDirectory() throws IOException {
        Path database = file("provisioning.mv.db", "rw-r--r--");
        Path other = file("linphonerc", "rw-r--r--");

        files.narrow();

        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(other)).isEqualTo("rw-r--r--");
        assertThat(permissions(data)).isEqualTo("rwxr-xr-x");
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void reportsAnOperatorsDirectoryThatAllUsersMayWrite() throws IOException {
        file("linphonerc", "rw-r--r--");
        chmod(data, "rwxrwxrwx");

        files.narrow();

        assertThat(permissions(data)).isEqualTo("rwxrwxrwx");
        assertThat(files.problems()).containsExactly(data + " may be written by all users: chmod o-w");
    }

    /** Otherwise another user could let the server change any of its files. */
    @Test
    void followsNoLinkAndReportsIt() throws IOException {
        Path target = Files.createFile(parent.resolve("target"));
        chmod(target, "rw-r--r--");
        Path link = Files.createSymbolicLink(data.resolve("admin-api-key"), target);
        Files.createSymbolicLink(data.resolve("admin-api-key.new"), parent.resolve("nothing"));

        files.narrow();

        assertThat(permissions(target)).isEqualTo("rw-r--r--");
        assertThat(files.problems()).containsExactly(link + " may be used by other users: chmod go-rwx");
    }

    @Test
    void looksAtTheDirectoryOfAnotherDatabaseToo() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path database = Files.createFile(elsewhere.resolve("x.mv.db"));
        chmod(database, "rw-r--r--");
        chmod(elsewhere, "rwxr-xr-x");
        Path foreign = file("provisioning.mv.db", "rw-r--r--");

        new OwnFiles(data, Optional.of(elsewhere.resolve("x"))).narrow();

        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(elsewhere)).isEqualTo("rwx------");
        assertThat(permissions(foreign)).isEqualTo("rw-r--r--");
    }

    @Test
    void anEmptyOrMissingDirectoryIsNotTheServers() throws IOException {
        files.narrow();
        OwnFiles missing = new OwnFiles(parent.resolve("missing"), Optional.empty());
        missing.narrow();

        assertThat(permissions(data)).isEqualTo("rwxr-xr-x");
        assertThat(files.problems()).isEmpty();
        assertThat(missing.problems()).isEmpty();
    }

    private Path file(String name, String permissions) throws IOException {
        return chmod(Files.createFile(data.resolve(name)), permissions);
    }

    private static Path chmod(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
