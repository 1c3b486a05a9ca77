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
 * @param text numeric, without brackets and port
 */
public record ClientAddress(String text) {
    /** As proxies write it (RFC 7239 §6): an IPv6 address in brackets, either with a port. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[(?<v6>[^]]*)](?::[0-9]+)?|(?<v4>[0-9.]+):[0-9]+");

    private static final int NETWORK_BYTES = 8;

    /** Empty for a name, {@code unknown} and the like. */
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

    /** Whom it belongs to, as far as can be told: of IPv6, one household or office has a /64 (RFC 6177). */
    public String network() {
        try {
            byte[] bytes = AddressRange.parse(text).network().getAddress();
            return bytes.length > NETWORK_BYTES ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) : text;
        } catch (IllegalArgumentException noAddress) {
            return text;
        }
    }
}
