package org.sipprovisioning.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.account.Roles;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

class KeyFileTest {

    private static final Secret KEY = new Secret("hunter2");
    private static final Secret OTHER_KEY = new Secret("hunter3");
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    @TempDir
    Path directory;

    @Test
    void isForItsOwnersEyesOnlyFromTheBeginning() throws IOException {
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);
        Path draft = onlyDraft();

        assertThat(Files.getPosixFilePermissions(draft)).isEqualTo(OWNERS);
        assertThat(draft).hasContent("hunter2\n");
        assertThat(file.path()).doesNotExist();

        file.publish();

        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(OWNERS);
        assertThat(file.path()).hasContent("hunter2\n");
        assertThat(files()).containsExactly(file.path());
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
    void takesThePlaceOfTheFileOfAFormerDatabase() throws IOException {
        Files.writeString(directory.resolve("admin-api-key"), "older");
        Files.setPosixFilePermissions(directory.resolve("admin-api-key"), PosixFilePermissions.fromString("rw-rw-rw-"));
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);

        assertThat(file.path()).hasContent("older");
        file.publish();
        assertThat(file.path()).hasContent("hunter2\n");
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(OWNERS);
    }

    /** A symbolic link that another user has put there is not followed. */
    @Test
    void writesThroughNoLinkAndReadsThroughNone() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        Path link = Files.createSymbolicLink(directory.resolve("admin-api-key.1.new"), target);
        Files.createSymbolicLink(directory.resolve("admin-api-key"), target);
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);
        file.publish();
        file.settle(key -> true);

        assertThat(target).hasContent("untouched");
        assertThat(link).isSymbolicLink();
        assertThat(file.path()).isRegularFile().hasContent("hunter2\n");
    }

    @Test
    void nodesWithOneDirectoryLeaveEachOthersDraftsAlone() throws IOException {
        KeyFile winner = new KeyFile(directory);
        KeyFile loser = new KeyFile(directory);
        winner.prepare(KEY);
        loser.prepare(OTHER_KEY);

        loser.discard();
        loser.settle(KEY::equals);
        new KeyFile(directory).settle(key -> false);

        assertThat(onlyDraft()).hasContent("hunter2\n");
        winner.publish();
        assertThat(winner.path()).hasContent("hunter2\n");
        assertThat(files()).containsExactly(winner.path());
    }

    /** The other node has seen the key in the database, and this node has just released the lock. */
    @Test
    void anotherNodeMayPublishIt() throws IOException {
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);
        Files.move(onlyDraft(), file.path());

        file.publish();

        assertThat(file.path()).hasContent("hunter2\n");
    }

    /** A file system may lose a lock, and so another node may delete the draft. The database knows the key by now. */
    @Test
    void aKeyWhoseDraftIsGoneIsWrittenAgain() throws IOException {
        KeyFile file = new KeyFile(directory);
        file.prepare(KEY);
        Files.delete(onlyDraft());

        file.publish();

        assertThat(file.path()).hasContent("hunter2\n");
    }

    @Test
    void settlesWhatEndedNodesHaveLeft() throws IOException {
        Path unknown = draft("1", "no key of the database");
        Path known = draft("2", "hunter2\n");
        Path empty = draft("3", "");
        Path ofFormerRelease = Files.writeString(directory.resolve("admin-api-key.new"), "former");
        KeyFile file = new KeyFile(directory);

        file.settle(KEY::equals);

        assertThat(file.path()).hasContent("hunter2\n");
        assertThat(known).doesNotExist();
        assertThat(unknown).doesNotExist();
        assertThat(ofFormerRelease).doesNotExist();
        assertThat(empty).as("a node may be about to write it").exists();
    }

    @Test
    void settlesNothingWhereNoDirectoryIs() {
        new KeyFile(directory.resolve("missing")).settle(key -> true);

        assertThat(directory).isEmptyDirectory();
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

    private Path draft(String id, String content) throws IOException {
        return Files.writeString(directory.resolve("admin-api-key." + id + ".new"), content);
    }

    private Path onlyDraft() throws IOException {
        List<Path> drafts = files().stream()
                .filter(file -> file.toString().endsWith(".new"))
                .toList();
        assertThat(drafts).hasSize(1);
        return drafts.get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
