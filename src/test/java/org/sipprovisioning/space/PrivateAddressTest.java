package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::93.184.216.34",
                "::ffff:0:93.184.216.34",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:a9fe:a9fe::1",
                "fe80::1",
                "fe80::1%1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "ff02::1"
            })
    void isPrivate(String address) throws UnknownHostException {
        assertThat(PrivateAddress.is(InetAddress.getByName(address))).isTrue();
    }

    /** Blocks of the registries, each with its first and its last address, and the addresses before and after it. */
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.255.255.255, , 1.0.0.0",
        "10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
        "100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
        "127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
        "169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
        "172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
        "192.0.0.0, 192.0.0.8, 191.255.255.255, 192.0.0.9",
        "192.0.0.11, 192.0.0.255, 192.0.0.10, 192.0.1.0",
        "192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
        "192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
        "192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
        "198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
        "198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
        "203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
        "224.0.0.0, 255.255.255.255, 223.255.255.255,",
        "::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , 2000::",
        "2001::, 2001:1::0, 2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:1::1",
        "2001:1::4, 2001:2:ffff:ffff:ffff:ffff:ffff:ffff, 2001:1::3, 2001:3::",
        "2001:4::, 2001:4:111:ffff:ffff:ffff:ffff:ffff, 2001:3:ffff:ffff:ffff:ffff:ffff:ffff, 2001:4:112::",
        "2001:4:113::, 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff, 2001:4:112:ffff:ffff:ffff:ffff:ffff, 2001:20::",
        "2001:40::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff, 2001:200::",
        "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db9::",
        "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:1000::",
        "4000::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,"
    })
    void blockBeginsAndEnds(String first, String last, String before, String after) {
        assertThat(isRefused(first)).as(first).isTrue();
        assertThat(isRefused(last)).as(last).isTrue();
        assertThat(before != null && isRefused(before)).as(before).isFalse();
        assertThat(after != null && isRefused(after)).as(after).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::192.0.2.1",
                "64:ff9b:1::93.184.216.34",
                "64:ff9b:1:ffff:ffff:ffff:5db8:d822",
                "100::1",
                "100:0:0:1::1",
                "2001:0:5db8:d822::1",
                "2001:0:a00:1::f5ff:fffe",
                "2001:2:0:1::1",
                "2001:10::1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "2002:c0a8:101::1",
                "2002:6440:1::1",
                "2002:e000:1::1",
                "5f00::1",
                "fec0::1",
                "ff0e::1"
            })
    void isPrivateBesides(String address) {
        assertThat(isRefused(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.0.9",
                "192.0.0.10",
                "192.31.196.1",
                "192.52.193.1",
                "192.175.48.1",
                "2001:1::1",
                "2001:1::2",
                "2001:1::3",
                "2001:3::1",
                "2001:4:112::1",
                "2001:20::1",
                "2001:30::1",
                "2001:4860:4860::8888",
                "2620:4f:8000::1",
                "2002:c000:9::1",
                "64:ff9b::192.31.196.1"
            })
    void isPublicByAnException(String address) {
        assertThat(isRefused(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "223.255.255.255",
                "2606:2800:220:1::1",
                "64:ff9b::5db8:d822",
                "2002:5db8:d822::1",
                "::ffff:93.184.216.34"
            })
    void isPublic(String address) throws UnknownHostException {
        assertThat(PrivateAddress.is(InetAddress.getByName(address))).isFalse();
    }

    private static boolean isRefused(String address) {
        try {
            return PrivateAddress.is(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A resolver may return such an address, and Java does not convert it to IPv4. */
    @Test
    void mappedAddressIsTheOneThatItStandsFor() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

        assertThat(PrivateAddress.is(Inet6Address.getByAddress("evil.example.com", mapped, 0)))
                .isTrue();
    }
}
