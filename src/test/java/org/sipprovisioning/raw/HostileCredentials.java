package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sipprovisioning.raw.HostileValues.pick;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of the header {@code Authorization}: of every scheme, near to valid ones and far from them. */
final class HostileCredentials {
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999",
            "-1e400",
            "9223372036854775808",
            "99999999999999999999999",
            "\"\"",
            "\"RS256\"",
            "\"none\"",
            "\"b64\"",
            "\"\\u0000\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"kty\":null}",
            "{\"kty\":\"RSA\"}",
            "[\"b64\",null]",
            "[\"exp\"]",
            "\"MII=\"",
            "[\"MII=\"]");
    private static final List<String> JOSE = List.of(
            "alg", "kid", "crit", "b64", "typ", "cty", "jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "zip", "enc");
    private static final List<String> CLAIMS =
            List.of("iss", "aud", "exp", "nbf", "iat", "sub", "jti", "email", "email_verified", "sip_identity", "azp");
    private static final List<String> DIGEST = List.of(
            "username",
            "realm",
            "nonce",
            "uri",
            "nc",
            "cnonce",
            "opaque",
            "response",
            "qop",
            "algorithm",
            "userhash",
            "username*",
            "charset");
    private static final List<String> DIGEST_VALUES = List.of(
            "a",
            "",
            "00000001",
            "00000000",
            "ffffffff",
            "auth",
            "auth-int",
            "MD5",
            "SHA-256",
            "md5-sess",
            "true",
            "/provisioning/me",
            "sip.example.org",
            "%",
            "\u00e9",
            "\\\"",
            "UTF-8''a%zz",
            "0".repeat(32),
            "f".repeat(64),
            "A".repeat(86));
    private static final List<String> SCHEMES =
            List.of("Bearer", "Digest", "Basic", "Negotiate", "NTLM", "bearer\t", "DIGEST", "X", "", "Basic Basic");

    private HostileCredentials() {}

    static String next(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> "Bearer " + token(random);
            case 3, 4 -> "Digest " + digest(random);
            case 5 -> "Digest " + nearDigest(random);
            case 6 -> "Basic " + pick(List.of("", "YTpi", "!!", "YQ", "Og==", "/zo", "YTpi:"), random);
            default -> pick(SCHEMES, random) + pick(List.of("", " ", "  ", "\t"), random) + HostileValues.any(random);
        };
    }

    /** Returns a token of two to four parts. */
    private static String token(Random random) {
        List<String> parts = List.of(
                encoded(json(JOSE, random)),
                encoded(json(CLAIMS, random)),
                pick(List.of("", "AA", "!", "A", "A".repeat(86)), random),
                "AA");
        return String.join(".", parts.subList(0, pick(List.of(2, 3, 3, 3, 3, 4), random)));
    }

    private static String json(List<String> names, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> pick(JSON, random);
            case 1 -> pick(List.of("[", "{\"alg\":", "{\"exp\":["), random).repeat(random.nextInt(800));
            case 2 -> "{\"alg\":\"ES256\"," + members(names, random) + '}';
            default -> '{' + members(names, random) + '}';
        };
    }

    private static String members(List<String> names, Random random) {
        return Stream.generate(() -> '"' + pick(names, random) + "\":" + pick(JSON, random))
                .limit(random.nextInt(5))
                .collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** Returns any parameters. */
    private static String digest(Random random) {
        return Stream.generate(() -> pick(DIGEST, random) + '=' + value(random))
                .limit(random.nextInt(14))
                .collect(Collectors.joining(pick(List.of(", ", ",", " , ,", ";"), random)));
    }

    /** Returns all parameters, of which one is hostile. */
    private static String nearDigest(Random random) {
        String hostile = pick(DIGEST.subList(0, 9), random);
        return DIGEST.subList(0, 9).stream()
                .map(name -> name + '=' + (name.equals(hostile) ? '"' + HostileValues.any(random) + '"' : valid(name)))
                .collect(Collectors.joining(", "));
    }

    private static String valid(String name) {
        return '"'
                + switch (name) {
                    case "nc" -> "00000001";
                    case "qop" -> "auth";
                    case "uri" -> "/provisioning/me";
                    case "realm" -> "sip.example.org";
                    case "nonce" -> "A".repeat(86);
                    case "response" -> "0".repeat(32);
                    default -> "admin";
                }
                + '"';
    }

    private static String value(Random random) {
        String value = pick(DIGEST_VALUES, random);
        return random.nextInt(5) > 0 ? '"' + value + '"' : value;
    }
}
