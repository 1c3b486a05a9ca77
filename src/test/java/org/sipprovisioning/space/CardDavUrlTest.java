package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardDavUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://dav.example.org/book/, https://dav.example.org:8443/book/",
        "http://dav.example.org, http://dav.example.org:8443",
        "https://dav.example.org?a=b%20c, https://dav.example.org:8443?a=b%20c",
        "https://192.0.2.1/a/../b;c, https://192.0.2.1:8443/a/../b;c",
        "https://[2001:db8::1]/~a/%C3%A9, https://[2001:db8::1]:8443/~a/%C3%A9",
        "https://dav.example.org:8443/, https://dav.example.org:8443/",
        "https://dav.example.org:/a, https://dav.example.org:8443/a"
    })
    void carriesThePort(String url, String withPort) {
        assertThat(CardDavUrl.parse(url).withPort(8443)).isEqualTo(withPort);
        assertThat(CardDavUrl.parse(url)).hasToString(url);
    }

    @Property
    void changesNothingButThePort(
            @ForAll @IntRange(min = 1, max = 65_535) int port,
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 9) String path) {
        URI url = URI.create(
                CardDavUrl.parse("https://dav.example.org/" + path + "?q").withPort(port));

        assertThat(url.getPort()).isEqualTo(port);
        assertThat(url.getHost()).isEqualTo("dav.example.org");
        assertThat(url.getPath()).isEqualTo("/" + path);
        assertThat(url.getQuery()).isEqualTo("q");
        assertThat(CardDavUrl.parse(url.toString()).port()).contains(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dav.example.org",
                "//dav.example.org/",
                "/book",
                "ftp://dav.example.org/",
                "carddav://dav.example.org/",
                "https:",
                "https:dav.example.org",
                "https:///book",
                "https://:443/",
                "https://u@dav.example.org/",
                "https://u:p@dav.example.org/",
                "https://@dav.example.org/",
                "https://dav.example.org/#a",
                "https://dav.example.org/#",
                "https://dav_example.org/",
                "https://-dav.example.org/",
                "https://dav.example.org:0/",
                "https://dav.example.org:65536/",
                "https://dav.example.org:99999999999/",
                "https://dav.example.org:x/",
                "https://[::1/",
                "https://[fe80::1%25eth0]/",
                "https://dav.example.org/a b",
                "https://dav.example.org/%zz",
                "https://dav.example.org/<a>",
                "https://dav.example.org/é",
                "https://é.example.org/",
            })
    void refusesWhatIsNoUrlOfAnAddressBook(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardDavUrl.parse(url))
                .withMessageStartingWith("must ");
    }
}
