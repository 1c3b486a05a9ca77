package org.sipprovisioning.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255",
        "10.0.0.0/8,10.0.0.0",
        "10.1.2.3/8,10.9.9.9",
        "192.0.2.0/25,192.0.2.127",
        "192.0.2.7,192.0.2.7",
        "192.0.2.7/32,192.0.2.7",
        "0.0.0.0/0,203.0.113.1",
        "2001:db8::/32,2001:db8:ffff::1",
        "2001:db8::1,2001:0DB8:0:0:0:0:0:1",
        "::/0,2001:db8::1",
        "[::1],::1",
        "::1,[::1]",
        "10.0.0.0/8,::ffff:10.1.2.3",
        "fe80::/10,fe80::1",
    })
    void contains(String range, String address) {
        assertThat(AddressRange.parse(range).contains(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,11.0.0.0",
        "10.0.0.0/8,9.255.255.255",
        "192.0.2.0/25,192.0.2.128",
        "192.0.2.7,192.0.2.8",
        "0.0.0.0/0,2001:db8::1",
        "::/0,192.0.2.1",
        "2001:db8::/32,2001:db9::",
        "2001:db8::/127,2001:db8::2",
        "10.0.0.0/8,localhost",
        "10.0.0.0/8,10.0.0.1.example.org",
        "10.0.0.0/8,''",
        "10.0.0.0/8,10.0.0.300",
    })
    void doesNotContain(String range, String address) {
        assertThat(AddressRange.parse(range).contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/8", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8",
                        "10.0.0/8",
                "10.0.0.0.0", "256.0.0.1", "10.0.0.1000", "localhost", "example.org", "12345", "::1::", ":::", "1:2",
                "2001:db8::g", "[::1", "10.0.0.0/٨", "10.0.0.0/ 8"
            })
    void refusesAllElse(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("must ");
    }

    /** A name would be resolved by DNS, and a resolver that hangs would block the start or a request. */
    @Test
    void looksNoNameUp() {
        assertThatThrownBy(() -> AddressRange.parse("999.0.2.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause();
    }
}
