package org.sipprovisioning.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sipprovisioning.settings.HostName;

/** A user at a domain, {@code sip:user@domain} (RFC 3261 §19.1). The user name is unescaped; the URI escapes it as far as it must. */
public record SipAddress(String username, String domain) {
    private static final String SCHEME = "sip:";
    private static final Pattern RAW_USER_CHARACTER = Pattern.compile("[A-Za-z0-9_.!~*'()&=+$,;?/-]");

    /** Reads {@code user@domain}, or a URI with {@code sip:}, in which the user name is escaped. Returns empty for any other text. */
    public static Optional<SipAddress> find(String text) {
        boolean isUri = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String bare = isUri ? text.substring(SCHEME.length()) : text;
        int at = bare.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            String user = bare.substring(0, at);
            return Optional.of(new SipAddress(isUri ? unescape(user) : user, HostName.parse(bare.substring(at + 1))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Decodes percent escapes only: the decoder is made for forms and would read a plus as a blank. */
    private static String unescape(String user) {
        return URLDecoder.decode(user.replace("+", "%2B"), UTF_8);
    }

    /** Returns the SIP URI. Escapes the user name, as a phone silently drops an identity with a character that must be escaped. */
    public String uri() {
        StringBuilder uri = new StringBuilder(SCHEME);
        for (byte b : username.getBytes(UTF_8)) {
            String character = String.valueOf((char) (b & 0xFF));
            boolean raw = RAW_USER_CHARACTER.matcher(character).matches();
            uri.append(raw ? character : "%%%02X".formatted(b & 0xFF));
        }
        return uri.append('@').append(domain).toString();
    }

    /** Returns the {@code name-addr} of RFC 3261 §25.1, with the display name as a quoted-string. */
    public String nameAddr(Optional<String> displayName) {
        return displayName
                        .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ")
                        .orElse("")
                + '<'
                + uri()
                + '>';
    }
}
