package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import org.sipprovisioning.account.Account;

/** A client's answer to a Digest challenge, and the request that it was made for. */
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

    /** What is no proper answer is kept as one that proves nobody. */
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

    /** Path and query, as the request line has them. */
    String target() {
        return target;
    }

    boolean matches(DigestResponse sent, String ha1) {
        return MessageDigest.isEqual(
                sent.expected(ha1, method).getBytes(US_ASCII), sent.response().getBytes(US_ASCII));
    }

    void accept(DigestResponse sent, String ha1) {
        authenticationInfo = "qop=auth, rspauth=\"%s\", cnonce=\"%s\", nc=%s"
                .formatted(sent.serverResponse(ha1), sent.cnonce(), sent.nc());
    }

    /** Header {@code Authentication-Info}, once it was accepted. */
    Optional<String> authenticationInfo() {
        return Optional.ofNullable(authenticationInfo);
    }

    @Override
    Optional<String> claimedName() {
        return response.map(sent -> name(sent.plainUsername(), sent.plainRealm()));
    }

    /** The {@link #claimedName} of whoever logs in to this account. */
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
