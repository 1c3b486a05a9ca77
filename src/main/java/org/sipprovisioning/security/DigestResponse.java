package org.sipprovisioning.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sipprovisioning.space.DigestAlgorithm;

/**
 * A client's response to a Digest challenge (RFC 7616 §3.4), with all parameters that this server requires. Keeps the escapes in quoted
 * values, because the client has hashed the values with them.
 *
 * @param nc the nonce count as sent: eight hex digits, of which at least one is not 0
 */
record DigestResponse(
        String username,
        String realm,
        String nonce,
        String uri,
        String nc,
        String cnonce,
        String opaque,
        String response,
        DigestAlgorithm algorithm) {
    private static final String QOP = "auth";
    private static final Pattern NC = Pattern.compile("(?!0{8})[0-9A-Fa-f]{8}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /** Returns empty if a parameter is missing, malformed, or not as the challenge offers it. */
    static Optional<DigestResponse> from(Map<String, String> parameters) {
        boolean complete = parameters
                .keySet()
                .containsAll(List.of("username", "realm", "nonce", "uri", "nc", "cnonce", "opaque", "response", "qop"));
        return complete ? read(parameters).filter(isAsOffered(parameters)) : Optional.empty();
    }

    private static Optional<DigestResponse> read(Map<String, String> parameters) {
        return algorithm(parameters.getOrDefault("algorithm", DigestAlgorithm.MD5.token()))
                .map(algorithm -> new DigestResponse(
                        parameters.get("username"),
                        parameters.get("realm"),
                        parameters.get("nonce"),
                        parameters.get("uri"),
                        parameters.get("nc"),
                        parameters.get("cnonce"),
                        parameters.get("opaque"),
                        parameters.get("response"),
                        algorithm));
    }

    private static Predicate<DigestResponse> isAsOffered(Map<String, String> parameters) {
        return sent -> parameters.get("qop").equals(QOP)
                && !"true".equalsIgnoreCase(parameters.get("userhash"))
                && !parameters.containsKey("username*")
                && NC.matcher(sent.nc).matches()
                && !sent.cnonce.isEmpty()
                && HEX.matcher(sent.response).matches();
    }

    private static Optional<DigestAlgorithm> algorithm(String token) {
        return Arrays.stream(DigestAlgorithm.values())
                .filter(algorithm -> algorithm.token().equalsIgnoreCase(token))
                .findFirst();
    }

    /** Returns the realm without escapes, for a comparison with the challenge. */
    String plainRealm() {
        return plain(realm);
    }

    String plainUsername() {
        return plain(username);
    }

    long nonceCount() {
        return Long.parseLong(nc, 16);
    }

    /** Returns the value that {@code response} must have (RFC 7616 §3.4.1), in lower-case hex. */
    String expected(String ha1, String method) {
        return digest(ha1, algorithm.hash(method + ':' + uri));
    }

    /** Returns {@code rspauth}, which shows that the server knows the secret, too (RFC 7616 §3.5), in lower-case hex. */
    String serverResponse(String ha1) {
        return digest(ha1, algorithm.hash(':' + uri));
    }

    private String digest(String ha1, String ha2) {
        return algorithm.hash(String.join(":", ha1, nonce, nc, cnonce, QOP, ha2));
    }

    private static String plain(String quoted) {
        return ESCAPE.matcher(quoted).replaceAll("$1");
    }
}
