package org.sipprovisioning.space;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.settings.AddressRange;

/** Recognises IP addresses that are not globally reachable: of this machine, of its network, and for other special purposes. */
public final class PrivateAddress {
    /**
     * The blocks of the IANA IPv4 Special-Purpose Address Registry, and whether they are globally reachable. A block without "true" there
     * counts as not reachable: 192.88.99.0/24 is deprecated. Multicast, the last line, has a registry of its own.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">the registry</a>
     */
    private static final String IPV4 = """
            0.0.0.0/8          false  this network, RFC 791
            10.0.0.0/8         false  private use, RFC 1918
            100.64.0.0/10      false  shared address space, RFC 6598
            127.0.0.0/8        false  loopback, RFC 1122
            169.254.0.0/16     false  link local, RFC 3927
            172.16.0.0/12      false  private use, RFC 1918
            192.0.0.0/24       false  IETF protocol assignments, RFC 6890
            192.0.0.9/32       true   Port Control Protocol anycast, RFC 7723
            192.0.0.10/32      true   TURN anycast, RFC 8155
            192.0.2.0/24       false  documentation, RFC 5737
            192.31.196.0/24    true   AS112-v4, RFC 7535
            192.52.193.0/24    true   AMT, RFC 7450
            192.88.99.0/24     false  6to4 relay anycast, deprecated, RFC 7526
            192.168.0.0/16     false  private use, RFC 1918
            192.175.48.0/24    true   direct delegation AS112, RFC 7534
            198.18.0.0/15      false  benchmarking, RFC 2544
            198.51.100.0/24    false  documentation, RFC 5737
            203.0.113.0/24     false  documentation, RFC 5737
            240.0.0.0/4        false  reserved, RFC 1112
            255.255.255.255/32 false  limited broadcast, RFC 919
            224.0.0.0/4        false  multicast, RFC 5771
            """;

    /**
     * The blocks of the IANA IPv6 Special-Purpose Address Registry that are within 2000::/3, and whether they are globally reachable. A
     * block without "true" there counts as not reachable: Teredo leads to any address behind any NAT. {@link #unwrap} replaces addresses
     * that contain an IPv4 address. Every other address outside 2000::/3 is not reachable: the registry's blocks there (::/128, ::1/128,
     * 64:ff9b:1::/48, 100::/64, 100:0:0:1::/64, 5f00::/16, fc00::/7, fe80::/10), multicast, and what is not assigned (RFC 4291 §2.4).
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">the registry, last changed on 2025-10-09</a>
     */
    private static final String IPV6 = """
            ::/0               false  not assigned for global unicast
            2000::/3           true   global unicast, RFC 4291
            2001::/23          false  IETF protocol assignments, RFC 2928
            2001::/32          false  Teredo, RFC 4380
            2001:1::1/128      true   Port Control Protocol anycast, RFC 7723
            2001:1::2/128      true   TURN anycast, RFC 8155
            2001:1::3/128      true   DNS-SD SRP anycast, RFC 9665
            2001:2::/48        false  benchmarking, RFC 5180
            2001:3::/32        true   AMT, RFC 7450
            2001:4:112::/48    true   AS112-v6, RFC 7535
            2001:10::/28       false  ORCHID, deprecated, RFC 4843
            2001:20::/28       true   ORCHIDv2, RFC 7343
            2001:30::/28       true   drone remote ID, RFC 9374
            2001:db8::/32      false  documentation, RFC 3849
            2620:4f:8000::/48  true   direct delegation AS112, RFC 7534
            3fff::/20          false  documentation, RFC 9637
            """;

    private record Block(AddressRange range, boolean isReachable) {
        static Block parse(String line) {
            String[] words = line.split(" +", 3);
            return new Block(AddressRange.parse(words[0]), Boolean.parseBoolean(words[1]));
        }
    }

    /** The smallest blocks first: of all that contain an address, the smallest one counts. */
    private static final List<Block> BLOCKS = (IPV4 + IPV6)
            .lines()
            .map(Block::parse)
            .sorted(Comparator.comparing((Block block) -> -block.range().prefixLength()))
            .toList();

    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
    private static final int SIX_TO_FOUR_AT = 2;
    private static final int V6_BYTES = 16;
    private static final int V4_BYTES = 4;

    private PrivateAddress() {}

    public static boolean is(InetAddress address) {
        String judged = unwrap(address).getHostAddress();
        return BLOCKS.stream()
                .filter(block -> block.range().contains(judged))
                .findFirst()
                .filter(block -> !block.isReachable())
                .isPresent();
    }

    /**
     * Returns the IPv4 address that a packet to this address finally reaches, if the IPv6 address contains one by NAT64 (RFC 6052) or 6to4
     * (RFC 3056). Java itself converts an address that is mapped (RFC 4291 §2.5.5.2) when it is made of bytes. Drops the scope of a
     * link-local address.
     */
    private static InetAddress unwrap(InetAddress address) {
        byte[] bytes = address.getAddress();
        InetAddress plain = of(bytes);
        return embedded(plain.getHostAddress())
                .map(from -> of(Arrays.copyOfRange(bytes, from, from + V4_BYTES)))
                .orElse(plain);
    }

    /** Returns the index of the first byte of an IPv4 address within this IPv6 address. */
    private static Optional<Integer> embedded(String address) {
        if (NAT64.contains(address)) {
            return Optional.of(V6_BYTES - V4_BYTES);
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(SIX_TO_FOUR_AT) : Optional.empty();
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
