package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;
import static org.sipprovisioning.it.PhoneConfig.line;
import static org.sipprovisioning.it.PhoneConfig.overwriting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Poll;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;

/**
 * Tests the base document of a space: the entries are converted as liblinphone does it, and overwrite as the space
 * says.
 */
@InServer
class SpaceDocumentIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final String PATTERNS = "custom_provisioning_overwrite";
    private static final Path CASES = Path.of("src/test/resources/linphonerc-cases");
    /** The server checks for changes of other nodes every two seconds. The rest is for a busy machine. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(4);

    @Test
    void theHostChoosesTheSpace() {
        String one = hostedSpace(Map.of(ENTRIES, "[net]\nmtu=1300\n"));
        String other = hostedSpace(Map.of(ENTRIES, "[net]\nmtu=1200\n", "host", "host-of." + one));

        assertThat(document(one).value("net", "mtu")).isEqualTo("1300");
        assertThat(document(one + ":8443").value("net", "mtu")).isEqualTo("1300");
        assertThat(document("HOST-OF." + one).value("net", "mtu")).isEqualTo("1200");
        assertThat(Phone.suite().config("/provisioning").sections()).doesNotContain("net");
        assertThat(Phone.suite().host(other).get("/provisioning").status())
                .as("a domain is no host")
                .isEqualTo(421);
    }

    @Test
    void absoluteUrlsCarryTheHostAsAsked() {
        String space = hostedSpace();

        assertThat(document(space + ":8443").value("misc", "contacts-vcard-list"))
                .isEqualTo("http://" + space + ":8443/contacts/vcard");
        assertThat(document(space + ":80").value("misc", "contacts-vcard-list"))
                .isEqualTo("http://" + space + "/contacts/vcard");
    }

    @Test
    void expiredSpaceIsForbidden() {
        String space = hostedSpace(Map.of("expire_at", "2020-01-01T00:00:00Z"));

        Answer answer = Phone.suite().host(space).get("/provisioning");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("<config");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Phone.suite().host(space).head("/provisioning").status()).isEqualTo(403);

        changeSpace(space, Map.of("expire_at", "2099-01-01T00:00:00+02:00"));
        document(space);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void entriesAreServedAsLiblinphoneConvertsThem(String name) throws IOException {
        String space = hostedSpace();
        changeSpace(space, Map.of(ENTRIES, Files.readString(CASES.resolve(name + ".rc"), UTF_8)));

        PhoneConfig converted = PhoneConfig.read(Files.readAllBytes(CASES.resolve(name + ".xml")));
        List<String> sections = new ArrayList<>(converted.sections());
        List<String> lines = new ArrayList<>(converted.lines());
        String contacts = overwriting("misc", "contacts-vcard-list", "http://" + space + "/contacts/vcard");
        if (!sections.contains("misc")) {
            sections.add("misc");
        }
        assertThat(document(space).sections()).isEqualTo(sections);
        assertThat(document(space).lines())
                .filteredOn(line -> !line.equals(contacts))
                .isEqualTo(lines);
        assertThat(document(space).lines()).contains(contacts);
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".rc"))
                    .map(file -> file.replaceFirst("\\.rc$", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void patternsSayWhichEntriesOverwrite() {
        String space = hostedSpace(Map.of(
                ENTRIES,
                "[net]\nmtu=1300\nmtu_x=1\n[sip]\nguess=1\nmedia=2\n[ui]\na=1\n",
                PATTERNS,
                List.of("net/mtu", "s*/m*", "*/a")));

        assertThat(document(space).lines())
                .contains(
                        overwriting("net", "mtu", "1300"),
                        line("net", "mtu_x", "1"),
                        line("sip", "guess", "1"),
                        overwriting("sip", "media", "2"),
                        overwriting("ui", "a", "1"));

        changeSpace(space, Map.of(PATTERNS, List.of("a.c/k", "[net]/mtu")));
        assertThat(document(space).of("net")).containsExactly(line("net", "mtu", "1300"), line("net", "mtu_x", "1"));
    }

    @Test
    void overwriteAllMarksAll() {
        String space = hostedSpace(
                Map.of(ENTRIES, "[net]\nmtu=1300\n[sip]\nguess=1\n", "custom_provisioning_overwrite_all", true));

        assertThat(document(space).lines())
                .contains(overwriting("net", "mtu", "1300"), overwriting("sip", "guess", "1"));
    }

    @Test
    void changesAreSeenByTheNextRequest() {
        String space = hostedSpace();

        for (int mtu = 1300; mtu < 1320; mtu++) {
            changeSpace(space, Map.of(ENTRIES, "[net]\nmtu=" + mtu + "\n"));
            assertThat(document(space).of("net")).containsExactly(line("net", "mtu", String.valueOf(mtu)));
        }
        changeSpace(space, Map.of(ENTRIES, ""));
        assertThat(document(space).sections()).containsExactly("misc");
    }

    @Test
    void newHostCountsFromTheNextRequestOn() {
        String space = hostedSpace(Map.of(ENTRIES, "[net]\nmtu=1300\n"));
        document(space);

        changeSpace(space, Map.of("host", "moved." + space));

        assertThat(document("moved." + space).value("net", "mtu")).isEqualTo("1300");
        assertThat(Phone.suite().host(space).get("/provisioning").status()).isEqualTo(421);
    }

    @Test
    void anotherNodesChangeIsSeenSoon() {
        String space = hostedSpace(Map.of(ENTRIES, "[net]\nmtu=1300\n"));
        assertThat(document(space).of("net")).containsExactly(line("net", "mtu", "1300"));

        Rows.update("UPDATE space SET overwrite_all = TRUE, version = version + 1 WHERE domain = ?", space);
        Rows.update("UPDATE change_counter SET changes = changes + 1 WHERE name = 'space'");

        Poll.until(
                NOTICED_WITHIN,
                () -> assertThat(document(space).of("net")).containsExactly(overwriting("net", "mtu", "1300")));
    }

    @Test
    void largeEntriesAreServed() {
        String filler = "x".repeat(10_000);
        StringBuilder text = new StringBuilder("[big]\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("key").append(i).append('=').append(filler).append('\n');
        }
        String space = hostedSpace();
        changeSpace(space, Map.of(ENTRIES, text.toString()));

        assertThat(document(space).of("big")).hasSize(1_000);
        changeSpace(space, Map.of(ENTRIES, ""));
    }

    private static PhoneConfig document(String host) {
        return Phone.suite().host(host).config("/provisioning");
    }
}
