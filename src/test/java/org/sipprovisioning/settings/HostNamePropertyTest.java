package org.sipprovisioning.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamePropertyTest {

    @ParameterizedTest
    @CsvSource({
        "sip.example.org,sip.example.org",
        "SIP.Example.ORG,sip.example.org",
        "localhost,localhost",
        "a,a",
        "1.example,1.example",
        "3com.x1,3com.x1",
        "xn--bcher-kva.example,xn--bcher-kva.example",
        "a--b.example,a--b.example",
        "sip.example.org.,sip.example.org",
        "192.0.2.1,192.0.2.1",
        "[2001:DB8::1],[2001:db8::1]",
        "[::],[::]",
        "[::ffff:192.0.2.1],[::ffff:192.0.2.1]",
    })
    void takesAHost(String text, String host) {
        assertThat(HostName.parse(text)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                ".a",
                "a..b",
                "a.b..",
                "-a.example",
                "a-.example",
                "a.-b",
                "a_b.example",
                "a b",
                " a",
                "a ",
                "a:5060",
                "sip:a",
                "user@a",
                "a/b",
                "a;b",
                "ä.example",
                "\u0130.example",
                "\uFF41.example",
                "2001:db8::1",
                "[]",
                "[:]",
                "[::::]",
                "[1.2.3.4]",
                "[....]",
                "[2001:db8::g]",
                "[1:2:3:4:5:6:7:8:9]",
                "[::1",
                "[::1%eth0]",
                "[::1]a",
                "a\n",
                "256.1.1.1",
                "1.2.3",
                "5060",
                "example.1",
                "a.example%00"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> HostName.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a host name or an IP address");
    }

    @Test
    void limitsNamesAsTheDnsDoes() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "b".repeat(61));

        assertThat(HostName.parse(longest)).hasSize(253);
        assertThat(HostName.parse(longest + ".")).hasSize(253);
        assertThatThrownBy(() -> HostName.parse(longest + "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HostName.parse("a" + label)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "-", "a-", "[:", "1.", "[0"})
    void refusesAnyLengthWithoutTrouble(String part) {
        assertThatThrownBy(() -> HostName.parse(part.repeat(500_000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void givesACanonicalHostOrRefuses(
            @ForAll
                    @StringLength(max = 12)
                    @CharRange(from = 'A', to = 'C')
                    @Chars({'b', '1', '.', '-', ':', '[', ']', '_'})
                    String text) {
        try {
            String host = HostName.parse(text);
            assertThat(HostName.parse(host)).isEqualTo(host);
            assertThat(host)
                    .isEqualToIgnoringCase(text.replaceFirst("\\.$", ""))
                    .doesNotContainPattern("[A-Z]");
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("must be a host name or an IP address");
        }
    }
}
