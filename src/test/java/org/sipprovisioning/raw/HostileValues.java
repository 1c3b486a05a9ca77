package org.sipprovisioning.raw;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Header values that no client should send: empty, too long, malformed, for another header, or with bytes that are no text. */
final class HostileValues {
    /** The headers that this application, a server or a library reads. */
    static final List<String> HEADERS = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Cookie",
            "Range",
            "If-Range",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "From",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Dest",
            "Sec-Purpose",
            "Host",
            "Expect",
            "Connection",
            "Keep-Alive",
            "TE",
            "Trailer",
            "Upgrade",
            "Content-Encoding",
            "Content-Language",
            "Content-Range",
            "User-Agent",
            "X-Linphone-Provisioning",
            "x-api-key",
            "X-HTTP-Method-Override",
            "Proxy-Authorization",
            "Date",
            "Priority",
            "$WSSN");

    private static final List<String> SIMPLE = List.of(
            "", " ", "\t", ",", ";", "=", "\"", "\"\"", "\"\\", "\\", "*", "-", "/", "%", "%zz", "%00", "%2F", "a");
    private static final List<String> BYTES =
            List.of("\u00ff\u00fe", "\u00c3\u00a9", "\u00c0\u00af", "\u0080", "\u0001", "\u000b", "\u0000", "\u007f");
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "+1",
            "1.5",
            "NaN",
            "Infinity",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999",
            "1e9999",
            "0x10");
    private static final List<String> TYPES = List.of(
            "a/b;q=2",
            "a/b",
            "a/",
            "/b",
            "*/*;q=",
            "text/html;q=1.0000",
            "a/b;",
            "a/b;c",
            "application/json;charset=",
            "application/json;charset=\"",
            "application/json;charset=nope",
            "application/json;charset=utf-16",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "en;q=-1",
            "en-;q=1",
            "en-US,en;q=a",
            "gzip;q=2",
            "identity;q=0,*;q=0",
            "utf-8;q=,*");
    private static final List<String> CONDITIONS = List.of(
            "bytes=0-",
            "bytes=-",
            "bytes=9-1",
            "bytes=99999999999999999999-",
            "W/",
            "W/\"",
            "\"a",
            "Thu, 99 Foo 2000 99:99:99 GMT",
            "Thu, 01 Jan 1970 00:00:00 GMT");
    private static final List<String> ADDRESSES = List.of(
            "sip:a@b",
            "<sip:a@b",
            "\"x\" <sip:@>",
            "for=",
            "for=\"[::1",
            "for=1.2.3.4;proto=x;host=",
            "for=_a:99999",
            "::1",
            "[::1]",
            "[",
            "1.2.3.4:99999",
            "http://",
            "http://a:99999",
            "http://[",
            "null",
            "localhost:",
            "localhost:0",
            "localhost:99999",
            "a:b:c",
            "a b");
    private static final List<String> STRUCTURED = List.of(
            "?1",
            "?",
            "(a b);c",
            "\"a\";b=?2",
            ":YQ==:",
            "@1",
            "__Host-x=;",
            "$Version=1;a=b",
            "$Version=x;a=b",
            "a=b; $Path=/",
            "JSESSIONID=a",
            "LtpaToken2=a",
            "a=\"\"\"",
            "=",
            "100-continue",
            "chunked",
            "close",
            "keep-alive, close",
            "<a>",
            "'\"--",
            "${jndi:x}",
            "../..",
            "{}",
            "[]");
    private static final List<String> ALL = Stream.of(SIMPLE, BYTES, NUMBERS, TYPES, CONDITIONS, ADDRESSES, STRUCTURED)
            .flatMap(List::stream)
            .toList();
    private static final int LONG = 7_000;

    private HostileValues() {}

    /** Returns a value for this header. It has no line end. */
    static String of(String header, Random random) {
        String value = header.equalsIgnoreCase("Authorization") && random.nextInt(10) > 0
                ? HostileCredentials.next(random)
                : any(random);
        return value.substring(0, Math.min(value.length(), LONG));
    }

    static String any(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> pick(ALL, random) + pick(List.of(",", ";", " ", "=", "\"", ""), random) + pick(ALL, random);
            case 1 -> noise(random);
            case 2 -> pick(ALL, random).repeat(1 + random.nextInt(100));
            case 3 ->
                pick(List.of("a", "\u00ff", ",", "a/b,", ";a=b", "\"", "%41", "a=b; "), random)
                        .repeat(LONG / 3);
            default -> pick(ALL, random);
        };
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Returns a text of any bytes but line ends. */
    private static String noise(Random random) {
        return IntStream.generate(() -> random.nextInt(256))
                .limit(random.nextInt(40))
                .filter(c -> c != '\r' && c != '\n')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Returns the name in another case, which is the same name. */
    static String inAnyCase(String name, Random random) {
        return random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT);
    }
}
