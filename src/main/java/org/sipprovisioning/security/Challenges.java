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
 * What a request without a valid credential is told to prove its sender with: one challenge, as liblinphone cannot cope with several.
 * It is for the space of the identity that the client names in {@code From}, an unproved hint, else for that of the credential that was
 * refused, else for the one that was asked; and the same whether there is such a user or not.
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

    /** Header {@code WWW-Authenticate}. */
    public String header() {
        Optional<String> domain = FromHeader.domain(request.getHeader("From"));
        Optional<Space> named = domain.flatMap(spaces::byDomain);
        return forToken(named).orElseGet(() -> forPhoneOrProgram(named, domain.isPresent()));
    }

    /** Whoever came with a token should come with another one, phone or not. */
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

    /** RFC 7616 §3.3. */
    private String digest(Space space) {
        return "Digest realm=\"%s\", qop=\"auth\", algorithm=%s, nonce=\"%s\", opaque=\"%s\"%s"
                .formatted(
                        quotable(space.realm()),
                        space.algorithm().token(),
                        nonces.issue(space),
                        nonces.opaque(),
                        isStale() ? ", stale=true" : "");
    }

    /** RFC 6750 §3; and where to log in (RFC 8898 §4), which liblinphone tells its application from 5.4 on. */
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

    /** UTF-8 as it stands in a header, which servers write and read a byte a character. */
    static String headerText(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
