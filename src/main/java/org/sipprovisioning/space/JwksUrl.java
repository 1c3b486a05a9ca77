package org.sipprovisioning.space;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.sipprovisioning.settings.HostName;
import org.sipprovisioning.settings.Port;

/** Checks the URL of an issuer's keys (JWKS). The addresses of a host name are checked later, each time the keys are fetched. */
final class JwksUrl {
    private static final String LOCALHOST = "localhost";

    private JwksUrl() {}

    /**
     * Reads an https URL.
     *
     * @param allowPrivate whether the host may be {@code localhost} or a private IP address
     * @throws IllegalArgumentException with the reason
     */
    static URI parse(String text, boolean allowPrivate) {
        URI url = uri(text);
        if (!"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || !Port.isValidIn(url)) {
            throw new IllegalArgumentException("must be an https URL with a host, without user and fragment");
        }
        String host = HostName.parse(url.getHost());
        if (!allowPrivate && isPrivate(host)) {
            throw new IllegalArgumentException(
                    "must not lead to a private address, unless provisioning.oidc.allow-private is set");
        }
        return url;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL", e);
        }
    }

    private static boolean isPrivate(String host) {
        return host.equals(LOCALHOST)
                || host.endsWith('.' + LOCALHOST)
                || literal(host).filter(PrivateAddress::is).isPresent();
    }

    /** Returns the address that a numeric host is. No name is looked up: names that {@link HostName} allows have a letter. */
    private static Optional<InetAddress> literal(String host) {
        char last = host.charAt(host.length() - 1);
        boolean isLiteral = last == ']' || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        try {
            return isLiteral ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must have a host name or an IP address", e);
        }
    }
}
