package org.sipprovisioning.provisioning;

import org.sipprovisioning.account.Secret;

/**
 * The beginning of absolute URLs.
 *
 * @param authority host, and the port unless it is the scheme's own
 * @param path of the application, without a slash at its end
 */
record Origin(String scheme, String authority, String path) {
    /** @param port negative if the URL has none */
    static Origin of(String scheme, String host, int port, String path) {
        boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
        return new Origin(scheme, usual ? host : host + ':' + port, path.replaceFirst("/+$", ""));
    }

    /** Returns scheme and authority as header {@code Origin} has them (RFC 6454 §6.1). */
    String serialized() {
        return scheme + "://" + authority;
    }

    String contacts() {
        return serialized() + path + "/contacts/vcard";
    }

    String me() {
        return serialized() + path + "/provisioning/me";
    }

    /** @param query without its question mark; may be empty */
    String provisioning(Secret token, String query) {
        return url("/provisioning/" + token.value(), query);
    }

    /** @param query as for {@link #provisioning} */
    String authToken(Secret token, String query) {
        return url("/provisioning/auth_token/" + token.value(), query);
    }

    String qrCode(Secret token) {
        return serialized() + path + "/provisioning/qrcode/" + token.value();
    }

    private String url(String target, String query) {
        return serialized() + path + target + (query.isEmpty() ? "" : "?" + query);
    }
}
