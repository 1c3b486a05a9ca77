package org.sipprovisioning.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened, for the trail. {@link AuditTrail} adds the time, the client and, unless an actor is named here, the caller.
 *
 * @param refused whether it was tried and refused
 * @param actor SIP URI of the account that did it, if that is not the caller
 * @param account SIP URI of the account that it happened to
 * @param space domain of the space that it happened in
 * @param reason why it was refused
 * @param detail more about it, without secrets: the way of a login, the name of a key
 */
public record AuditEvent(
        Type type,
        boolean refused,
        Optional<String> actor,
        Optional<String> account,
        Optional<String> space,
        Optional<Reason> reason,
        Optional<String> detail) {

    /** The types of events. */
    public enum Type {
        LOGIN,
        TOKEN_ISSUED,
        TOKEN_CONSUMED,
        AUTH_TOKEN_ISSUED,
        AUTH_TOKEN_ATTACHED,
        AUTH_TOKEN_CONSUMED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        KEY_MADE,
        KEY_REVOKED,
        ACCOUNT_CREATED,
        ACCOUNT_CHANGED,
        ACCOUNT_DELETED,
        EXTERNAL_ACCOUNT_CHANGED,
        EXTERNAL_ACCOUNT_REMOVED,
        CARDDAV_CREDENTIAL_CHANGED,
        CARDDAV_CREDENTIAL_REMOVED,
        CONTACT_ADDED,
        CONTACT_REMOVED,
        HOOK_FAILED,
        SPACE_CREATED,
        SPACE_CHANGED,
        SPACE_DELETED;

        /** Returns the type as the API and the database write it, in lower case. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AuditEvent of(Type type) {
        return new AuditEvent(
                type, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns this event as one that was tried and refused. */
    public AuditEvent asRefused() {
        return new AuditEvent(type, true, actor, account, space, reason, detail);
    }

    public AuditEvent because(Optional<Reason> newReason) {
        return new AuditEvent(type, refused, actor, account, space, newReason, detail);
    }

    public AuditEvent by(String newActor) {
        return new AuditEvent(type, refused, Optional.of(newActor), account, space, reason, detail);
    }

    public AuditEvent about(String newAccount, String newSpace) {
        return new AuditEvent(type, refused, actor, Optional.of(newAccount), Optional.of(newSpace), reason, detail);
    }

    public AuditEvent in(String newSpace) {
        return new AuditEvent(type, refused, actor, account, Optional.of(newSpace), reason, detail);
    }

    public AuditEvent saying(String newDetail) {
        return new AuditEvent(type, refused, actor, account, space, reason, Optional.of(newDetail));
    }
}
