package org.sipprovisioning.lpconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverwritePatternsTest {

    @ParameterizedTest
    @CsvSource({
        "sip/guess_hostname,sip,guess_hostname",
        "sip/*,sip,anything",
        "*/port,net,port",
        "*/*,a,b",
        "proxy_*/reg_*,proxy_10,reg_route",
        "a*c/k,abc,k",
        "a*c/k,ac,k",
        "a**c/k,abbc,k",
        "*a*a*/k,xaya,k",
        "s/a*b*c,s,a1b2b3c",
        "s/*.x,s,1.x",
        "s/a/b,s,a/b",
        "s/*/b,s,a/b",
        "s/*,s,a\u2028b",
        "s/\\Q.\\E,s,\\Q.\\E",
    })
    void names(String pattern, String section, String key) {
        assertThat(new OverwritePatterns(List.of("no/no", pattern)).test(section, key))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sip/guess_hostname,sip,guess_hostname2",
        "sip/guess_hostname,asip,guess_hostname",
        "sip/guess_hostname,SIP,guess_hostname",
        "sip/*,sipx,a",
        "proxy_*/k,proxy,k",
        "a*a/k,a,k",
        "ab*ba/k,aba,k",
        "*a*a*/k,xay,k",
        "s/a*b*c,s,acb",
        "s/.,s,x",
        "s/a+,s,aa",
        "s/*b,s,bc",
    })
    void doesNotName(String pattern, String section, String key) {
        assertThat(new OverwritePatterns(List.of(pattern)).test(section, key)).isFalse();
    }

    @Test
    void namesNothingWithoutPatterns() {
        assertThat(new OverwritePatterns(List.of()).test("a", "b")).isFalse();
    }

    /** A matcher with backtracking would need exponential time for many stars. */
    @Test
    void staysQuickWithManyStars() {
        OverwritePatterns patterns = new OverwritePatterns(List.of("s/" + "*a".repeat(120) + "b"));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(patterns.test("s", "a".repeat(10_000))).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "*/*", "a/b/c", "ä/*", "a//"})
    void takesAPattern(String pattern) {
        assertThat(OverwritePatterns.isValid(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a", "a/", "/b", "a b/c", "a/b c", " a/b", "a/b ", "*"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThat(OverwritePatterns.isValid(pattern)).isFalse();
    }
}
