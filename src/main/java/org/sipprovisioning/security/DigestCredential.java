package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import org.sipprovisioning.account.Account;

/** A client's response to a Digest challenge, with the method and the target of its request. */
final class DigestCredential extends RequestCredential {
    private final Optional<DigestResponse> response;
    private final String method;
    private final String target;
    private String authenticationInfo;

    private DigestCredential(Optional<DigestResponse> response, String method, String target) {
        this.response = response;
        this.method = method;
        this.target = target;
    }

    /** Returns a credential in any case. If the parameters are invalid, it has no response and authenticates no account. */
    static DigestCredential parse(String parameters, HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> '?' + text)
                .orElse("");
        return new DigestCredential(
                AuthorizationParameters.parse(parameters).flatMap(DigestResponse::from),
                request.getMethod(),
                request.getRequestURI() + query);
    }

    Optional<DigestResponse> response() {
        return response;
    }

    /** Returns path and query, as they stand in the request line. */
    String target() {
        return target;
    }

    /** Whether the response was computed with this ha1. Compares in constant time. */
    boolean matches(DigestResponse sent, String ha1) {
        return MessageDigest.isEqual(
                sent.expected(ha1, method).getBytes(US_ASCII), sent.response().getBytes(US_ASCII));
    }

    /** Prepares the {@link #authenticationInfo()}. */
    void accept(DigestResponse sent, String ha1) {
        authenticationInfo = "qop=auth, rspauth=\"%s\", cnonce=\"%s\", nc=%s"
                .formatted(sent.serverResponse(ha1), sent.cnonce(), sent.nc());
    }

    /** Returns the value of {@code Authentication-Info}; empty unless the credential was accepted. */
    Optional<String> authenticationInfo() {
        return Optional.ofNullable(authenticationInfo);
    }

    @Override
    Optional<String> claimedName() {
        return response.map(sent -> name(sent.plainUsername(), sent.plainRealm()));
    }

    /** Returns the {@link #claimedName()} of a client that authenticates as this account. */
    static String nameOf(Account account) {
        return name(account.username(), Challenges.headerText(account.space().realm()));
    }

    private static String name(String username, String realm) {
        return username + ' ' + realm;
    }

    @Override
    boolean isForOneRequest() {
        return true;
    }

    @Override
    String way() {
        return "digest";
    }
}
