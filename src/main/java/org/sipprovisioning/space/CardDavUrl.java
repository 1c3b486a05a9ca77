package org.sipprovisioning.space;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sipprovisioning.settings.HostName;
import org.sipprovisioning.settings.Port;

/** The URL of an address book: absolute, http or https (RFC 3986), in ASCII only, because phones put it into a request as it is. */
final class CardDavUrl {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String text;
    private final URI url;

    private CardDavUrl(String text, URI url) {
        this.text = text;
        this.url = url;
    }

    /** @throws IllegalArgumentException with the reason, if the text is not such a URL, or if it has a user part or a fragment */
    static CardDavUrl parse(String text) {
        URI url = uri(text);
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("must be an absolute http or https URL");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("must have a host, and neither user nor fragment");
        }
        HostName.parse(url.getHost());
        if (!Port.isValidIn(url)) {
            throw new IllegalArgumentException(Port.REASON);
        }
        return new CardDavUrl(text, url);
    }

    String host() {
        return url.getHost();
    }

    /** Returns the port in the URL; empty if the URL has none. */
    Optional<Integer> port() {
        return Optional.of(url.getPort()).filter(port -> port > 0);
    }

    /** Returns the URL with this port; unchanged if it has a port already. */
    String withPort(int port) {
        String query = url.getRawQuery() == null ? "" : '?' + url.getRawQuery();
        String path = url.getRawPath() + query;
        return port().isPresent() ? text : url.getScheme() + "://" + url.getHost() + ':' + port + path;
    }

    private static URI uri(String text) {
        try {
            URI url = new URI(text);
            if (url.toASCIIString().equals(text)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL", e);
        }
        throw new IllegalArgumentException("must be a URL, percent-encoded where it is not ASCII");
    }

    @Override
    public String toString() {
        return text;
    }
}
