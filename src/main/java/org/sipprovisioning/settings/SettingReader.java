package org.sipprovisioning.settings;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Reads one setting after the other, and says which one is wrong. Parsers throw {@link IllegalArgumentException} with the reason. */
final class SettingReader {
    private final Config config;

    SettingReader(Config config) {
        this.config = config;
    }

    <T> Optional<T> optional(String name, Function<String, T> parser) {
        return raw(name).map(value -> parse(name, value, parser));
    }

    <T> List<T> list(String name, String defaultValue, Function<String, T> parser) {
        return Arrays.stream(raw(name).orElse(defaultValue).split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(element -> parse(name, element, parser))
                .toList();
    }

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

    private static String spelling(Enum<?> constant) {
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

    static Duration positiveDuration(String value) {
        try {
            Duration duration = Duration.parse(value);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("must be longer than nothing");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an ISO-8601 duration, such as P7D or PT12H", e);
        }
    }

    static URI publicUrl(String value) {
        URI url = URI.create(value);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "must be an absolute http or https URL, such as https://sip.example.org");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("must have no query and no fragment");
        }
        return url;
    }

    /** Its value appears in no message. */
    static String apiKey(String value) {
        if (!value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException("must be printable ASCII without spaces, to fit in a header");
        }
        return value;
    }
}
