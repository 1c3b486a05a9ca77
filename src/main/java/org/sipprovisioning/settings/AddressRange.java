package org.sipprovisioning.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An IP address or a CIDR block, {@code 10.0.0.0/8} or {@code 2001:db8::/32} (RFC 4632, RFC 4291). Host names are not looked up. */
public record AddressRange(InetAddress network, int prefixLength) {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

    /** Java asks the resolver for any other text, also for four numbers that are not an address. */
    private static final Pattern NUMERIC =
            Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%.*)?");

    /** @throws IllegalArgumentException with the reason, if the text is neither a numeric address nor a CIDR block */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = address(slash < 0 ? text : text.substring(0, slash));
        int bits = network.getAddress().length * 8;
        int prefixLength = slash < 0 ? bits : prefixLength(text.substring(slash + 1));
        if (prefixLength > bits) {
            throw new IllegalArgumentException("must be an IP address or a CIDR block, not '" + text + "'");
        }
        return new AddressRange(network, prefixLength);
    }

    /** Whether a numeric address lies in this range. Returns false for any other text. */
    public boolean contains(String remoteAddress) {
        try {
            byte[] other = address(remoteAddress).getAddress();
            return other.length == network.getAddress().length && prefix(other).equals(prefix(network.getAddress()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private BigInteger prefix(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefixLength);
    }

    private static int prefixLength(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("must have a prefix length after the slash");
        }
        return Integer.parseInt(text);
    }

    private static InetAddress address(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!NUMERIC.matcher(bare).matches()) {
            throw new IllegalArgumentException("must be an IP address or a CIDR block, not '" + text + "'");
        }
        try {
            return InetAddress.getByName(bare);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must be an IP address or a CIDR block, not '" + text + "'", e);
        }
    }
}
