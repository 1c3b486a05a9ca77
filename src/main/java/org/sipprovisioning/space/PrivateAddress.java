package org.sipprovisioning.space;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sipprovisioning.settings.AddressRange;

/** Recognises IP addresses that are not public: of this machine, of its network, and for other special purposes. */
public final class PrivateAddress {
    /** Ranges of RFC 6890 that Java has no test for: this network, shared, IETF protocols, benchmarking, reserved, unique local. */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4", "fc00::/7")
            .map(AddressRange::parse)
            .toList();

    private static final int V6_BYTES = 16;
    private static final int V4_BYTES = 4;

    private PrivateAddress() {}

    public static boolean is(InetAddress address) {
        InetAddress judged = unwrap(address);
        return judged.isLoopbackAddress()
                || judged.isAnyLocalAddress()
                || judged.isLinkLocalAddress()
                || judged.isSiteLocalAddress()
                || judged.isMulticastAddress()
                || SPECIAL.stream().anyMatch(range -> range.contains(judged.getHostAddress()));
    }

    /** Returns the IPv4 address in an IPv6 address that is mapped or compatible (RFC 4291 §2.5.5), NAT64 (RFC 6052) or 6to4 (RFC 3056). */
    private static InetAddress unwrap(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length < V6_BYTES || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return address;
        }
        boolean isMapped = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);
        boolean isCompatible = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        if (isMapped || isCompatible || startsWith(bytes, 0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return v4(bytes, V6_BYTES - V4_BYTES);
        }
        return startsWith(bytes, 0x20, 0x02) ? v4(bytes, 2) : address;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + V4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
