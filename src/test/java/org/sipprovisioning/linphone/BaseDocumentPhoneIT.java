package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.linphone.Linphone.Config;
import org.sipprovisioning.linphone.Linphone.Run;

/** Tests what a phone makes of a space's linphonerc entries. The host of the space is {@code localhost}. */
@InServer
@RealClient
@DisplayName("The base document")
class BaseDocumentPhoneIT {
    private static final String ENTRIES = "custom_provisioning_entries";
    private static final String URL = "http://localhost:" + Server.suite().port() + "/provisioning";
    /** The entries that the server adds, and those that a phone writes as soon as it has an account. */
    private static final Config ADDED = new Config(Map.of(
            "misc", Map.of("config-uri", "", "contacts-vcard-list", ""),
            "sip", Map.of("default_proxy", ""),
            "lime", Map.of("enabled", "")));

    private static String domain;

    @BeforeAll
    static void space() {
        domain = hostedSpace(Map.of("host", "localhost"));
    }

    @Test
    @DisplayName("each entry has the same effect as in the phone's own linphonerc")
    void isReadAsTheLinphonerc() {
        assertReadAlike("""
                # A comment
                [net]
                nat_sdp_only=1
                  download_bw = 380
                [app]
                text = leading blank, trailing none   \s
                tab=\tkept\t
                odd=a=b # no comment; "quotes" <tags> & ]]> é 日本 😀 ' \\ %20 &amp;
                ;kept=1
                two words=one key
                empty=
                blank=   \s
                [with parameters=dropped]
                k=v
                [two words]
                k=v
                [net]
                upload_bw=380
                nat_sdp_only=0
                [ignored
                k=belongs to net
                [proxy_0]
                reg_identity=<sip:anybody@127.0.0.1>
                reg_proxy=<sip:127.0.0.1:9;transport=udp>
                reg_sendregister=0
                """);
    }

    @Test
    @DisplayName("CR, CRLF and LF end a line; the server cuts a long line where liblinphone cuts it")
    void lineEndsAndLongLines() {
        assertReadAlike("[a]\r\nk=crlf\rl=cr\nm=lf\n" + "n=" + "x".repeat(20_000) + "\no=" + "é".repeat(8_000) + "\n");
    }

    @Test
    @DisplayName("1 MB of entries has the same effect as in the phone's own linphonerc")
    void oneMegabyte() {
        assertReadAlike(IntStream.range(0, 10_000)
                .mapToObj(i -> (i % 100 == 0 ? "[section_%d]\n".formatted(i / 100) : "")
                        + "key_%d=%s\n".formatted(i, "value é ".repeat(12)))
                .collect(Collectors.joining()));
    }

    @Test
    @DisplayName(
            "an entry does not replace a value that the phone has, unless the space says that the entry overwrites")
    void overwrites() {
        String entries = "[net]\nmtu=1200\n[app]\nnew=1\n";
        Linphone phone = Linphone.with("[net]\nmtu=1400\n");
        change(Map.of(ENTRIES, entries));
        assertThat(phone.scan(URL).succeeded().section("net")).containsEntry("mtu", "1400");

        change(Map.of("custom_provisioning_overwrite", List.of("net/*")));
        Run run = phone.start().succeeded();

        assertThat(run.section("net")).containsEntry("mtu", "1200");
        assertThat(run.section("app")).containsEntry("new", "1");
        change(Map.of("custom_provisioning_overwrite", List.of()));
    }

    private void assertReadAlike(String entries) {
        change(Map.of(ENTRIES, entries));
        Config own = Linphone.unpacked().start().config();
        Config expected = Linphone.with(entries).start().config();

        Config provisioned = Linphone.unpacked().scan(URL).succeeded().config();

        assertThat(provisioned.without(own).without(ADDED))
                .isEqualTo(expected.without(own).without(ADDED));
    }

    private static void change(Map<String, ?> fields) {
        changeSpace(domain, fields);
    }
}
