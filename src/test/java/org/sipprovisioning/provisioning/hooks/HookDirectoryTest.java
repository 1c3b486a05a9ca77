package org.sipprovisioning.provisioning.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.Section;
import org.sipprovisioning.settings.Configured;

class HookDirectoryTest {
    private static final Logger LOG = Logger.getLogger("org.sipprovisioning.provisioning");
    private static final String XSL = """
            <xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>
            <xsl:template match='/'><config><section name='%s'/></config></xsl:template></xsl:stylesheet>""";

    @TempDir
    Path temporary;

    private Path hooks;
    private final HookDirectory directory = new HookDirectory();

    @BeforeEach
    void start() throws IOException {
        LOG.setLevel(Level.OFF);
        hooks = Files.createDirectory(temporary.resolve("hooks"));
        directory.settings = Configured.settings("hooks.dir", hooks.toString());
        directory.calls = HookTests.calls(directory.settings);
        directory.refresh();
    }

    @AfterEach
    void end() {
        directory.end();
        directory.calls.end();
        LOG.setLevel(null);
    }

    @Test
    void anEmptyOneHasNoHooks() {
        assertThat(sections()).isEmpty();
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    void aJarComesChangesAndGoes() throws IOException {
        Path jar = HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        directory.refresh();
        assertThat(sections()).containsExactly("first");
        assertThat(directory.hooks()).extracting(Hook::name).containsExactly("a.jar (A)");

        HookJars.put(jar, "A", HookJars.adding("second", "2"));
        directory.refresh();
        assertThat(sections()).containsExactly("second");

        Files.delete(jar);
        directory.refresh();
        assertThat(sections()).isEmpty();
    }

    /** Other users of the machine may not read a hook, or put another one in its place. */
    @Test
    void theCopyOfAJarIsItsOwnersOnly() throws IOException {
        Path copies = Files.createDirectory(temporary.resolve("copies"));
        Path jar = HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));

        try (LoadedHooks loaded = HookJar.load(jar, copies);
                Stream<Path> files = Files.list(copies)) {
            assertThat(loaded.hooks()).hasSize(1);
            for (Path copy : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theSameFileIsLoadedOnce() {
        HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        directory.refresh();
        List<Hook> loaded = directory.hooks();
        directory.refresh();

        assertThat(directory.hooks()).isEqualTo(loaded);
    }

    @Test
    void filesAreInTheOrderOfTheirNames() {
        HookJars.putText(hooks.resolve("b.xsl"), XSL.formatted("b"));
        HookJars.put(hooks.resolve("c.jar"), "A", HookJars.adding("c", "1"));
        HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("a", "1"));
        HookJars.putText(hooks.resolve("readme.txt"), "not a hook");
        directory.refresh();

        assertThat(directory.hooks()).extracting(Hook::name).containsExactly("a.jar (A)", "b.xsl", "c.jar (A)");
    }

    @Test
    void ofABrokenFileTheLastGoodVersionStays() throws IOException {
        Path jar = HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("good", "1"));
        Path xsl = HookJars.putText(hooks.resolve("b.xsl"), XSL.formatted("fine"));
        directory.refresh();
        List<Hook> good = directory.hooks();
        HookJars.putText(jar, "no jar");
        HookJars.putText(xsl, "<no");
        directory.refresh();

        assertThat(directory.hooks()).isEqualTo(good);
        assertThat(sections()).containsExactly("good");
        assertThat(directory.problems())
                .satisfiesExactly(
                        jarProblem ->
                                assertThat(jarProblem).startsWith("a.jar: ").contains("META-INF/services"),
                        xslProblem -> assertThat(xslProblem).startsWith("b.xsl: line 1"));

        HookJars.put(jar, "A", HookJars.adding("mended", "1"));
        Files.delete(xsl);
        directory.refresh();
        assertThat(sections()).containsExactly("mended");
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    void aHookThatCannotBeMadeIsBroken() {
        HookJars.put(hooks.resolve("a.jar"), "A", "public A() { throw new IllegalStateException(\"no database\"); }");
        directory.refresh();

        assertThat(directory.hooks()).isEmpty();
        assertThat(directory.problems()).singleElement().asString().startsWith("a.jar: ");
    }

    @Test
    void aJarThatNamesAClassItHasNotIsBroken() {
        HookJars.put(
                hooks.resolve("a.jar"),
                Map.of("META-INF/services/org.sipprovisioning.hook.ProvisioningHook", "Absent".getBytes(UTF_8)));
        directory.refresh();

        assertThat(directory.problems()).singleElement().asString().contains("Absent");
    }

    /** ServiceLoader also asks the parent class loaders. */
    @Test
    void classesOfTheApplicationAreNoHooksOfAJar() {
        HookJars.put(
                hooks.resolve("a.jar"),
                Map.of(
                        "META-INF/services/org.sipprovisioning.hook.ProvisioningHook",
                        "java.lang.Object".getBytes(UTF_8)));
        directory.refresh();

        assertThat(directory.hooks()).isEmpty();
        assertThat(directory.problems()).hasSize(1);
    }

    @Test
    void eachJarHasClassesOfItsOwn() {
        HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("one", "1"));
        HookJars.put(hooks.resolve("b.jar"), "A", HookJars.adding("two", "2"));
        directory.refresh();

        assertThat(sections()).containsExactly("one", "two");
    }

    @Test
    void whatOthersMayWriteIsRefused() throws IOException {
        Path jar = HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        directory.refresh();
        assertThat(directory.hooks()).isEmpty();
        assertThat(directory.problems()).singleElement().asString().contains("chmod go-w");

        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        directory.refresh();
        assertThat(directory.hooks()).hasSize(1);
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    void aDirectoryThatOthersMayWriteIsRefused() throws IOException {
        Files.setPosixFilePermissions(hooks, PosixFilePermissions.fromString("rwxr-xrwx"));
        HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        directory.refresh();
        assertThat(directory.hooks()).isEmpty();
        assertThat(directory.problems()).singleElement().asString().contains("chmod go-w");

        Files.setPosixFilePermissions(hooks, PosixFilePermissions.fromString("rwxr-xr-x"));
        directory.refresh();
        assertThat(directory.hooks()).hasSize(1);
    }

    /** A directory that a symbolic link leads to is checked too. */
    @Test
    void whatALinkLeadsToIsJudged() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path jar = HookJars.put(elsewhere.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(hooks.resolve("a.jar"), jar);
        directory.refresh();

        assertThat(directory.hooks()).isEmpty();
        assertThat(directory.problems()).singleElement().asString().contains("elsewhere");
    }

    @Test
    void withoutItsDirectoryTheHooksStay() throws IOException {
        HookJars.put(hooks.resolve("a.jar"), "A", HookJars.adding("first", "1"));
        directory.refresh();
        Files.move(hooks, temporary.resolve("moved"));
        directory.refresh();

        assertThat(directory.hooks()).hasSize(1);
        assertThat(directory.problems()).singleElement().asString().contains("NoSuchFile");
    }

    /** Returns the sections that the Java hooks add to an empty document. */
    private List<String> sections() {
        LpConfig document = new LpConfig();
        for (Hook hook : directory.hooks()) {
            if (hook instanceof JavaHook java) {
                document = java.apply(document, HookTests.nobody(Map.of()));
            }
        }
        return document.sections().stream().map(Section::name).toList();
    }
}
