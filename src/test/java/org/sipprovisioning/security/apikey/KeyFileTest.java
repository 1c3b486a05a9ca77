package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.account.Roles;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class KeyFileTest {

    private static final Secret KEY = new Secret("hunter2");

    @TempDir
    Path directory;

    @Test
    void isForItsOwnersEyesOnlyFromTheBeginning() throws IOException {
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);
        Path aside = directory.resolve("admin-api-key.new");

        assertThat(Files.getPosixFilePermissions(aside)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.path()).doesNotExist();

        file.publish();

        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.path()).hasContent("hunter2\n");
        assertThat(aside).doesNotExist();
    }

    @Test
    void isInADirectoryThatItMakes() {
        KeyFile file = new KeyFile(directory.resolve("a/../b/c"));
        file.prepare(KEY);
        file.publish();

        assertThat(file.path())
                .isEqualTo(directory.resolve("b/c/admin-api-key"))
                .exists();
    }

    @Test
    void takesThePlaceOfWhatAFailedStartHasLeft() throws IOException {
        Path aside = directory.resolve("admin-api-key.new");
        Files.writeString(aside, "old");
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(directory.resolve("admin-api-key"), "older");
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);

        assertThat(file.path()).hasContent("older");
        file.publish();
        assertThat(file.path()).hasContent("hunter2\n");
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    /** A symbolic link that another user has put there is not followed. */
    @Test
    void writesThroughNoLink() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        Files.createSymbolicLink(directory.resolve("admin-api-key.new"), target);
        Files.createSymbolicLink(directory.resolve("admin-api-key"), target);
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);
        file.publish();

        assertThat(target).hasContent("untouched");
        assertThat(file.path()).isRegularFile().hasContent("hunter2\n");
    }

    @Test
    void saysWhatToSetWhereItCannotBeWritten() throws IOException {
        Path noDirectory = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new KeyFile(noDirectory).prepare(KEY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(noDirectory.resolve("admin-api-key").toString())
                .hasMessageContaining("provisioning.data-dir")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void aRoleComesFromTheAccountAndItsSpace() {
        Space space = SampleSpaces.of("example.org");
        Space superSpace = SampleSpaces.of("super.example", "{'super':true}");

        assertThat(Roles.of(SampleAccounts.of(space, "a", "{}"))).containsExactly("user");
        assertThat(Roles.of(SampleAccounts.of(superSpace, "a", "{}"))).containsExactly("user");
        assertThat(Roles.of(SampleAccounts.of(superSpace, "a", "{'admin':true}")))
                .containsExactly("user");
        assertThat(Roles.of(SampleAccounts.of(space, "a", "{'admin':true,'activated':true}")))
                .isEqualTo(Set.of("user", "admin"));
        assertThat(Roles.of(SampleAccounts.of(superSpace, "a", "{'admin':true,'activated':true}")))
                .isEqualTo(Set.of("user", "admin", "super_admin"));
    }
}
