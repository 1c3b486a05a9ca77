package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.lint.Finding;
import org.sipprovisioning.settings.Configured;

class LinphonercFileTest {

    private static final Logger LOG = Logger.getLogger(LinphonercFile.class.getName());

    @TempDir
    Path directory;

    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel() == Level.SEVERE) {
                errors.add(entry.getMessage());
            } else if (entry.getLevel() == Level.WARNING) {
                warnings.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Path path;
    private LinphonercFile file;
    private int edits;

    @BeforeEach
    void start() {
        LOG.addHandler(recorder);
        LOG.setUseParentHandlers(false);
        path = directory.resolve("base.rc");
        file = new LinphonercFile();
        file.settings = Configured.settings("linphonerc", path.toString());
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(recorder);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void isAnEmptyBaseWhereNoFileIsSet() {
        file.settings = Configured.settings();
        file.refresh();

        assertThat(file.content().config().sections()).isEmpty();
        assertThat(file.problem()).isEmpty();
    }

    @Test
    void isRead() throws IOException {
        edit("[a]\nb=1");

        assertThat(value()).isEqualTo("1");
        assertThat(file.content().size()).isEqualTo(7);
        assertThat(file.problem()).isEmpty();
        assertThat(errors).isEmpty();
    }

    @Test
    void isReadAgainOnlyWhenItHasChanged() throws IOException {
        edit("[a]\nb=1");
        LinphonercFile.Content first = file.content();
        file.refresh();
        assertThat(file.content()).isSameAs(first);

        edit("[a]\nb=2");
        assertThat(value()).isEqualTo("2");
        assertThat(file.content().generation()).isEqualTo(first.generation() + 1);
    }

    @Test
    void isReadAgainWhenItIsReplacedByOneOfTheSameAgeAndSize() throws IOException {
        edit("[a]\nb=1");
        Path other = Files.writeString(directory.resolve("other"), "[a]\nb=2");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(path));
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
        file.refresh();

        assertThat(value()).isEqualTo("2");
    }

    @Test
    void staysInForceWhileTheNewOneIsBad() throws IOException {
        edit("[a]\nb=1");
        LinphonercFile.Content good = file.content();
        edit("[a]\nb=\u00012");

        assertThat(file.content()).isSameAs(good);
        assertThat(file.problem()).get().asString().startsWith(path + ", Line 2, column 3: ");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).contains(path.toString()).contains("Line 2, column 3");

        edit("[a]\nb=3");
        assertThat(value()).isEqualTo("3");
        assertThat(file.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>502 Bad Gateway</body></html>",
                "{\"error\": \"not found\"}",
                "hello world",
                "[half of a file",
                "",
                " \n"
            })
    void staysInForceWhileTheNewOneIsNoLinphonerc(String other) throws IOException {
        edit("[a]\nb=1");
        LinphonercFile.Content good = file.content();
        edit(other);

        assertThat(file.content()).isSameAs(good);
        assertThat(file.problem()).get().asString().matches("(?s).*(?: is no linphonerc: .+| is empty)");
        assertThat(errors).hasSize(1);
    }

    @Test
    void mayHaveCommentsOnly() throws IOException {
        edit("[a]\nb=1");
        edit("# nothing yet");

        assertThat(file.content().config().sections()).isEmpty();
        assertThat(file.problem()).isEmpty();
    }

    @Test
    void itsFindingsAreLogged() throws IOException {
        edit("[net]\nmtu=true");

        assertThat(file.findings().orElseThrow().first())
                .extracting(Finding::code)
                .containsExactly("word_for_number");
        assertThat(warnings).singleElement().asString().startsWith(path + ": Line 2, column 5: ");
    }

    @Test
    void staysInForceWhileTheNewOneWouldBreakAccountsDocuments() throws IOException {
        edit("[a]\nb=1");
        LinphonercFile.Content good = file.content();
        edit("[a]\nb=2\n[proxy_1]\nreg_identity=hunter2\nreg_proxy=<sip:p.example>");

        assertThat(file.content()).isSameAs(good);
        assertThat(file.problem()).contains(path + ", [proxy_1] reg_identity is not the SIP address of a user");
        assertThat(errors).hasSize(1);
        file.refresh();
        assertThat(errors).hasSize(1);

        edit("[a]\nb=3\n[proxy_0]\npublish=1");
        assertThat(value()).isEqualTo("3");
        assertThat(file.problem()).isEmpty();
        assertThat(warnings).singleElement().asString().startsWith(path + ": [proxy_0] has no ");
    }

    @Test
    void staysInForceWhileItIsMissing() throws IOException {
        edit("[a]\nb=1");
        LinphonercFile.Content good = file.content();
        FileTime age = Files.getLastModifiedTime(path);
        Path aside = directory.resolve("aside");
        Files.move(path, aside);
        file.refresh();

        assertThat(file.content()).isSameAs(good);
        assertThat(file.problem()).contains(path + " cannot be read: NoSuchFileException");

        Files.move(aside, path);
        Files.setLastModifiedTime(path, age);
        file.refresh();
        assertThat(value()).isEqualTo("1");
        assertThat(file.problem()).isEmpty();
    }

    @Test
    void isAnEmptyBaseWhileItHasNeverBeenGood() throws IOException {
        file.refresh();
        assertThat(file.content().config().sections()).isEmpty();
        assertThat(file.problem()).isPresent();

        Files.write(path, new byte[] {'[', 'a', ']', '\n', (byte) 0xFF});
        file.refresh();
        assertThat(file.content().config().sections()).isEmpty();
        assertThat(file.problem()).get().asString().contains("Line 2, column 1");
    }

    @Test
    void reportsEachProblemOnce() throws IOException {
        file.refresh();
        file.refresh();
        assertThat(errors).hasSize(1);

        Files.createDirectory(path);
        file.refresh();
        file.refresh();
        assertThat(errors).hasSize(2);
    }

    @Test
    void neverTellsWhatIsInTheFile() throws IOException {
        edit("[a]\npasswd=hunter2\u0001");

        assertThat(errors).isNotEmpty().noneMatch(error -> error.contains("hunter2"));
        assertThat(file.problem()).get().asString().doesNotContain("hunter2");
    }

    /** Writes the file as an editor does. Each change is a second later than the one before. */
    private void edit(String text) throws IOException {
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_700_000_000_000L + 1_000L * edits++));
        file.refresh();
    }

    private String value() {
        return file.content()
                .config()
                .find("a")
                .orElseThrow()
                .find("b")
                .orElseThrow()
                .value();
    }
}
