package org.sipprovisioning.security;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.space.Space;

/** The credential of a request. It is an attribute of the request, and holds the outcome of its check. */
abstract class RequestCredential implements Credential {
    private static final String ATTRIBUTE = RequestCredential.class.getName();

    /** The reason why a credential was refused. */
    enum Refusal {
        /** It could have been valid: the client may be guessing. */
        WRONG,
        /** It could not have been valid: malformed, invented, or not for this server. */
        UNUSABLE,
        /** Valid, except that its nonce is too old or was used before (RFC 7616 §3.3). */
        STALE,
        /** Not checked: there were too many wrong ones. */
        THROTTLED,
        /** Not checked: the database is not available. */
        UNAVAILABLE
    }

    private Refusal refusal = Refusal.WRONG;
    private CredentialValidationResult accepted;
    private String claimedUri;
    private Reason reason;
    private Space space;
    private Duration retryAfter = Duration.ZERO;

    /** Returns the credential that was attached to the request; empty if the request has none, or was not authenticated yet. */
    static Optional<RequestCredential> of(HttpServletRequest request) {
        return Optional.ofNullable((RequestCredential) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Returns the name of this kind of credential in the audit trail. */
    abstract String way();

    /** Returns the identity that it claims before it is checked, always in the same form; empty if it claims none. */
    Optional<String> claimedName() {
        return Optional.empty();
    }

    /** Returns the SIP URI of the account that it claims, as far as it is known. */
    Optional<String> claimedUri() {
        return Optional.ofNullable(claimedUri);
    }

    /** Keeps the SIP URI that it claims. A store calls this as soon as it knows the URI, valid or not. */
    void claim(String uri) {
        claimedUri = uri;
    }

    /** Returns the space that it is for, as far as it is known. The next challenge is for the same space. */
    Optional<Space> space() {
        return Optional.ofNullable(space);
    }

    void setSpace(Space known) {
        space = known;
    }

    /** Whether it was made for this request only, so that no other request carries it. */
    boolean isForOneRequest() {
        return false;
    }

    void accept(CredentialValidationResult result) {
        accepted = result;
    }

    /** Returns the caller that it has authenticated; empty if it was refused or not checked. */
    Optional<CredentialValidationResult> accepted() {
        return Optional.ofNullable(accepted);
    }

    /** Keeps for the audit trail why it was refused. */
    void explain(Reason newReason) {
        reason = newReason;
    }

    Optional<Reason> reason() {
        return Optional.ofNullable(reason);
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
