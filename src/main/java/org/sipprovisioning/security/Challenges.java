package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sipprovisioning.request.Authority;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.security.RequestCredential.Refusal;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/**
 * Builds the challenge for a request without a valid credential. It is a single challenge, because liblinphone cannot cope with several.
 * It is for the space of the identity in the header {@code From}, which is an unproved hint; else for the space of the refused
 * credential; else for the space of the requested host. It is the same whether the user exists or not.
 */
@RequestScoped
public class Challenges {
    @Inject
    HttpServletRequest request;

    @Inject
    RequestTarget target;

    @Inject
    SpaceCatalog spaces;

    @Inject
    Nonces nonces;

    /** Returns the value of {@code WWW-Authenticate}. */
    public String header() {
        Optional<String> domain = FromHeader.domain(request.getHeader("From"));
        Optional<Space> named = domain.flatMap(spaces::byDomain);
        return forToken(named).orElseGet(() -> forPhoneOrProgram(named, domain.isPresent()));
    }

    /**
     * Returns a Bearer challenge if the request carries a token: its sender, phone or not, needs another token. Empty if the request
     * carries none, or no space with single sign-on is known.
     */
    private Optional<String> forToken(Optional<Space> named) {
        return token().flatMap(token ->
                        named.filter(space -> space.logins().offerBearer()).or(token::space))
                .map(this::bearer);
    }

    private String forPhoneOrProgram(Optional<Space> named, boolean isPhone) {
        Space space = named.or(() -> RequestCredential.of(request).flatMap(RequestCredential::space))
                .orElseGet(() -> spaces.answeringFor(target.authority().map(Authority::host)));
        boolean digest =
                space.logins().offerDigest() && (isPhone || !space.logins().offerBearer());
        return digest ? digest(space) : bearer(space);
    }

    /** Returns a Digest challenge (RFC 7616 §3.3). */
    private String digest(Space space) {
        return "Digest realm=\"%s\", qop=\"auth\", algorithm=%s, nonce=\"%s\", opaque=\"%s\"%s"
                .formatted(
                        quotable(space.realm()),
                        space.algorithm().token(),
                        nonces.issue(space),
                        nonces.opaque(),
                        isStale() ? ", stale=true" : "");
    }

    /**
     * Returns a Bearer challenge (RFC 6750 §3). It names the issuer to log in at (RFC 8898 §4), which liblinphone reports to its
     * application from version 5.4 on.
     */
    private String bearer(Space space) {
        String issuer = space.logins()
                .singleSignOn()
                .map(trusted -> ", authz_server=\"" + quotable(trusted.issuer()) + '"')
                .orElse("");
        String error = token().isPresent() ? ", error=\"invalid_token\"" : "";
        return "Bearer realm=\"" + quotable(space.realm()) + '"' + issuer + error;
    }

    private boolean isStale() {
        return RequestCredential.of(request)
                .filter(credential -> credential.refusal() == Refusal.STALE)
                .isPresent();
    }

    private Optional<RequestCredential> token() {
        return RequestCredential.of(request).filter(BearerCredential.class::isInstance);
    }

    private static String quotable(String text) {
        return headerText(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Returns the text as a header carries it: servers write and read each byte of its UTF-8 as one character. */
    static String headerText(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
