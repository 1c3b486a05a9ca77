package org.sipprovisioning.request;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.settings.AddressRange;

/**
 * The IP address of a client.
 *
 * @param text the address in numeric form, without brackets and port
 */
public record ClientAddress(String text) {
    /** The forms in which proxies write an address (RFC 7239 §6): IPv6 in brackets, with or without a port, and IPv4 with a port. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[(?<v6>[^]]*)](?::[0-9]+)?|(?<v4>[0-9.]+):[0-9]+");

    private static final int NETWORK_BYTES = 8;

    /** Reads an address from a forwarding header. Returns empty for {@code unknown}, a name or any other text. */
    static Optional<ClientAddress> find(String forwarded) {
        Matcher matcher = WITH_PORT.matcher(forwarded);
        String bare = forwarded;
        if (matcher.matches()) {
            bare = Optional.ofNullable(matcher.group("v6")).orElse(matcher.group("v4"));
        }
        try {
            return Optional.of(
                    new ClientAddress(AddressRange.parse(bare).network().getHostAddress()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /**
     * Returns the key of the client for limits: the IPv4 address, or the first 64 bits of the IPv6 address in hex, because one household
     * or office has a whole /64 (RFC 6177).
     */
    public String network() {
        try {
            byte[] bytes = AddressRange.parse(text).network().getAddress();
            return bytes.length > NETWORK_BYTES ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) : text;
        } catch (IllegalArgumentException noAddress) {
            return text;
        }
    }
}
