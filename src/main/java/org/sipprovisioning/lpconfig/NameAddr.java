package org.sipprovisioning.lpconfig;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.settings.HostName;
import org.sipprovisioning.settings.Port;

/**
 * Recognises the addresses that a phone reads from {@code reg_identity} and {@code reg_proxy}: {@code name-addr} or {@code addr-spec} of
 * RFC 3261 §25.1, with a SIP or SIPS URI. If the text is not such an address, liblinphone drops the whole account without a message. The
 * time is linear in the length of the text.
 */
final class NameAddr {
    private static final String ESCAPED = "%[0-9a-f]{2}";
    private static final String UNRESERVED = "a-z0-9_.!~*'()\\-";
    private static final String USER_INFO =
            "(?:[" + UNRESERVED + "&=+$,;?/]|" + ESCAPED + ")++(?::(?:[" + UNRESERVED + "&=+$,]|" + ESCAPED + ")*+)?+@";
    /** Finds the host only: {@link HostName} then checks it. */
    private static final String HOST = "\\[[0-9a-f:.]++]|[a-z0-9.-]++";

    private static final String PARAM_CHARS = "(?:[" + UNRESERVED + "\\[\\]/:&+$]|" + ESCAPED + ")++";
    private static final String HEADER_CHARS = "(?:[" + UNRESERVED + "\\[\\]/?:+$]|" + ESCAPED + ")";
    private static final String HEADER = HEADER_CHARS + "++=" + HEADER_CHARS + "*+";
    private static final Pattern URI = Pattern.compile(
            "sips?:(?<user>" + USER_INFO + ")?(?<host>" + HOST + ")(?::(?<port>[0-9]{1,5}+))?+(?:;" + PARAM_CHARS
                    + "(?:=" + PARAM_CHARS + ")?+)*+(?:\\?" + HEADER + "(?:&" + HEADER + ")*+)?+",
            Pattern.CASE_INSENSITIVE);

    /** The quoted-string may have any character here, because {@link XmlText} checks the characters of the whole document. */
    private static final String DISPLAY_NAME =
            "(?:\"(?:[^\"\\\\]|\\\\[\\x00-\\x7F])*+\"|(?:[A-Za-z0-9.!%*_+`'~-]++[ \\t]*+)*+)";

    /** Parameters of a header may follow after the bracket. */
    private static final Pattern IN_BRACKETS =
            Pattern.compile("[ \\t]*+" + DISPLAY_NAME + "[ \\t]*+<(?<uri>[^<>]*+)>[ \\t]*+(?:;.*+)?+", Pattern.DOTALL);

    private NameAddr() {}

    /** Whether the text is the address of a user: its URI has a user part. */
    static boolean isIdentity(String text) {
        return isAddress(text, true);
    }

    /** Whether the text is the address of a server. It may have a user part. liblinphone puts {@code sip:} before a text without scheme. */
    static boolean isServer(String text) {
        return isAddress(text, false) || isAddress("sip:" + text, false);
    }

    private static boolean isAddress(String text, boolean ofUser) {
        Matcher bracketed = IN_BRACKETS.matcher(text);
        Matcher uri = URI.matcher(bracketed.matches() ? bracketed.group("uri").strip() : text);
        return uri.matches()
                && (uri.group("user") != null || !ofUser)
                && HostName.find(uri.group("host")).isPresent()
                && (uri.group("port") == null || Port.find(uri.group("port")).isPresent());
    }
}
