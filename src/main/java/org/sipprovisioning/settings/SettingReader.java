package org.sipprovisioning.settings;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings by their names without {@code provisioning.}, and throws {@link InvalidSetting} if a value is invalid. A blank value
 * counts as absent. Parsers throw {@link IllegalArgumentException} with the reason.
 */
final class SettingReader {
    private static final int MAX_HOST = 253;
    private static final Duration MAX_DURATION = Duration.ofDays(36_500);
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);
    private static final Pattern SCHEME_AND_AUTHORITY = Pattern.compile("[A-Za-z]+://[^/?#@]*");

    /** Allows more than {@link HostName}, because {@code Authority} does so in the header with which this is compared. */
    private static final Pattern REQUESTED_HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]{2,45}]");

    private final Config config;

    SettingReader(Config config) {
        this.config = config;
    }

    <T> Optional<T> optional(String name, Function<String, T> parser) {
        return raw(name).map(value -> parse(name, value, parser));
    }

    /** Returns the elements of a list that is separated by commas. */
    <T> List<T> list(String name, String defaultValue, Function<String, T> parser) {
        return Arrays.stream(raw(name).orElse(defaultValue).split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(element -> parse(name, element, parser))
                .toList();
    }

    /** Returns the constant whose name is the value, in lower case and with hyphens. */
    <E extends Enum<E>> E choice(String name, E defaultValue) {
        return raw(name)
                .map(value -> parse(name, value, text -> constant(text, defaultValue)))
                .orElse(defaultValue);
    }

    private Optional<String> raw(String name) {
        return config.getOptionalValue("provisioning." + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static <T> T parse(String name, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting("provisioning." + name, e.getMessage());
        }
    }

    private static <E extends Enum<E>> E constant(String text, E defaultValue) {
        E[] constants = defaultValue.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> spelling(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(constants).map(SettingReader::spelling).toList()));
    }

    static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String lowerCase(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    static boolean flag(String value) {
        return switch (lowerCase(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    /** Reads a limit from 0 to 999999999; 0 means no limit. */
    static int limit(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("must be a number from 0, for no limit, to 999999999");
        }
        return Integer.parseInt(value);
    }

    /** Reads an ISO-8601 duration of more than zero and at most 36500 days. */
    static Duration positiveDuration(String value) {
        try {
            Duration duration = Duration.parse(value);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("must be longer than nothing");
            }
            if (duration.compareTo(MAX_DURATION) > 0) {
                throw new IllegalArgumentException("must not be longer than " + MAX_DURATION.toDays() + " days");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO-8601 duration, such as P7D or PT12H", e);
        }
    }

    /** Reads a duration of at most 60 seconds, because a request waits that long and holds a database connection. */
    static Duration shortDuration(String value) {
        Duration duration = positiveDuration(value);
        if (duration.compareTo(MAX_WAIT) > 0) {
            throw new IllegalArgumentException("must not be longer than " + MAX_WAIT);
        }
        return duration;
    }

    /** Reads an http or https URL. Returns its scheme and host in lower case, as browsers write them in header {@code Origin}. */
    static URI publicUrl(String value) {
        Matcher prefix = SCHEME_AND_AUTHORITY.matcher(value);
        URI url = URI.create(prefix.lookingAt() ? lowerCase(prefix.group()) + value.substring(prefix.end()) : value);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "must be an absolute http or https URL, such as https://sip.example.org");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("must have no query and no fragment");
        }
        if (!Port.isValidIn(url)) {
            throw new IllegalArgumentException(Port.REASON);
        }
        return url;
    }

    /** Reads a host as in header {@code Host}, without a port. */
    static String requestedHost(String value) {
        return host(value, text -> REQUESTED_HOST.matcher(text).matches());
    }

    /** Reads a SIP domain. With an invalid one, every document of its space would fail. */
    static String domain(String value) {
        return host(value, text -> HostName.find(text).filter(text::equals).isPresent());
    }

    private static String host(String value, Predicate<String> form) {
        String host = lowerCase(value);
        if (host.length() > MAX_HOST || !form.test(host)) {
            throw new IllegalArgumentException("must be a host name or an IP address, without port: '" + value + "'");
        }
        return host;
    }

    /** Reads an API key. Its value appears in no message. */
    static String apiKey(String value) {
        if (!value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException("must be printable ASCII without spaces, to fit in a header");
        }
        return value;
    }
}
