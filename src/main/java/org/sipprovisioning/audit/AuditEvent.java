package org.sipprovisioning.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that the trail shall tell of. Time, client and, unless it is named here, who is asking are added where it is noted.
 *
 * @param actor SIP URI of whoever did it, where that is not the caller
 * @param account SIP URI of the account that it was done to
 * @param space domain of the space that it was done in
 * @param detail what else there is to say, without secrets: the way of a login, the name of a key
 */
public record AuditEvent(
        Type type,
        boolean refused,
        Optional<String> actor,
        Optional<String> account,
        Optional<String> space,
        Optional<String> detail) {

    /** What can happen. */
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

        /** As the API writes it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AuditEvent of(Type type) {
        return new AuditEvent(type, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, as tried in vain. */
    public AuditEvent asRefused() {
        return new AuditEvent(type, true, actor, account, space, detail);
    }

    public AuditEvent by(String newActor) {
        return new AuditEvent(type, refused, Optional.of(newActor), account, space, detail);
    }

    public AuditEvent about(String newAccount, String newSpace) {
        return new AuditEvent(type, refused, actor, Optional.of(newAccount), Optional.of(newSpace), detail);
    }

    public AuditEvent in(String newSpace) {
        return new AuditEvent(type, refused, actor, account, Optional.of(newSpace), detail);
    }

    public AuditEvent saying(String newDetail) {
        return new AuditEvent(type, refused, actor, account, space, Optional.of(newDetail));
    }
}
