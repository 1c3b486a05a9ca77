package org.sipprovisioning.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The client's side of Digest (RFC 7616 §3.4), written from the RFC. A test can make it right or wrong. */
public final class DigestLogin {
    private static final Pattern CHALLENGE =
            Pattern.compile("Digest realm=\"([^\"]*)\", qop=\"auth\", algorithm=(MD5|SHA-256),"
                    + " nonce=\"([A-Za-z0-9_-]+)\", opaque=\"([A-Za-z0-9_-]+)\"(, stale=true)?");
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final String password;
    private String method = "GET";

    private DigestLogin(String username, String password, String uri) {
        this.password = password;
        with("username", username)
                .with("uri", uri)
                .with("nc", "00000001")
                .with("cnonce", CNONCE)
                .with("qop", "auth");
    }

    /** Asks for a challenge as a phone with this account does. */
    public static DigestLogin challenged(TestAccount account, String password, String uri) {
        return challenged(account.username(), account.domain(), password, uri);
    }

    /** Asks for a challenge as a phone with this default account does. */
    public static DigestLogin challenged(String username, String domain, String password, String uri) {
        return challenged(Api.anonymous(), username, domain, password, uri);
    }

    /** Does the same at the server of this caller. */
    public static DigestLogin challenged(Api caller, String username, String domain, String password, String uri) {
        Api.Answer answer = caller.with("From", "sip:" + username + "@" + domain)
                .get("/provisioning/me")
                .is(401);
        return new DigestLogin(username, password, uri).answering(answer);
    }

    /** Takes realm, nonce, opaque and algorithm from the challenge of an answer. */
    public DigestLogin answering(Api.Answer answer) {
        assertThat(answer.response().headers().allValues("WWW-Authenticate")).hasSize(1);
        var challenge = CHALLENGE.matcher(answer.header("WWW-Authenticate"));
        assertThat(challenge.matches()).as(answer.header("WWW-Authenticate")).isTrue();
        return with("realm", challenge.group(1))
                .with("algorithm", challenge.group(2))
                .with("nonce", challenge.group(3))
                .with("opaque", challenge.group(4));
    }

    public static boolean saysStale(Api.Answer answer) {
        return answer.is(401).header("WWW-Authenticate").endsWith(", stale=true");
    }

    /** Sets a parameter. The response is computed from the parameters when it is sent. */
    public DigestLogin with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public DigestLogin method(String newMethod) {
        method = newMethod;
        return this;
    }

    public String get(String name) {
        return parameters.get(name);
    }

    /** Returns the value of the header {@code Authorization}. */
    public String header() {
        return "Digest "
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + quoted(parameter.getKey(), parameter.getValue()))
                        .collect(Collectors.joining(", "))
                + ", response=\"" + response(method) + '"';
    }

    public Api.Answer send() {
        return Api.anonymous().with("Authorization", header()).call(method, get("uri"));
    }

    /** Returns the {@code rspauth} that the server must send (RFC 7616 §3.5). */
    public String rspauth() {
        return response("");
    }

    public String response(String ofMethod) {
        String ha1 = hash(get("username") + ':' + get("realm") + ':' + password);
        return hash(String.join(
                ":", ha1, get("nonce"), get("nc"), get("cnonce"), get("qop"), hash(ofMethod + ':' + get("uri"))));
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(get("algorithm"));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String name, String value) {
        return name.equals("nc") || name.equals("qop") || name.equals("algorithm") ? value : '"' + value + '"';
    }
}
