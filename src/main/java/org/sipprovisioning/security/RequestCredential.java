package org.sipprovisioning.security;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.sipprovisioning.space.Space;

/** What a request proves its sender with. It stays with the request, and with it why it was refused. */
abstract class RequestCredential implements Credential {
    private static final String ATTRIBUTE = RequestCredential.class.getName();

    /** Why a credential proves nobody. */
    enum Refusal {
        /** It could have been right: somebody may be guessing. */
        WRONG,
        /** Nobody could have got in with it: malformed, made up, or not for here. */
        UNUSABLE,
        /** Right, but for a nonce that is too old or was used before (RFC 7616 §3.3). */
        STALE,
        /** Not looked at: there were too many wrong ones. */
        THROTTLED,
        /** Not looked at: the database is away. */
        UNAVAILABLE
    }

    private Refusal refusal = Refusal.WRONG;
    private CredentialValidationResult accepted;
    private String claimedUri;
    private Space space;
    private Duration retryAfter = Duration.ZERO;

    static Optional<RequestCredential> of(HttpServletRequest request) {
        return Optional.ofNullable((RequestCredential) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** As the audit trail has it. */
    abstract String way();

    /** Whose it claims to be, where it says so before it is checked: in any form that is the same each time. */
    Optional<String> claimedName() {
        return Optional.empty();
    }

    /** The same by SIP URI, as far as it is known. */
    Optional<String> claimedUri() {
        return Optional.ofNullable(claimedUri);
    }

    /** Once it is seen whose it claims to be. */
    void claim(String uri) {
        claimedUri = uri;
    }

    /** The space that it is for, as far as that is known: whoever comes again should come with one for the same. */
    Optional<Space> space() {
        return Optional.ofNullable(space);
    }

    /** Once it is seen what it is for. */
    void setSpace(Space known) {
        space = known;
    }

    /** Whether it was made for this one request, and no other comes with it. */
    boolean isForOneRequest() {
        return false;
    }

    void accept(CredentialValidationResult result) {
        accepted = result;
    }

    /** Whom it has proved; empty where it was refused. */
    Optional<CredentialValidationResult> accepted() {
        return Optional.ofNullable(accepted);
    }

    Refusal refusal() {
        return refusal;
    }

    void refuse(Refusal reason) {
        refusal = reason;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    void throttle(Duration wait) {
        refusal = Refusal.THROTTLED;
        retryAfter = wait;
    }
}
