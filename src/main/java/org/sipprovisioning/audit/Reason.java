package org.sipprovisioning.audit;

import java.util.Locale;

/** The codes of the audit trail for why something was refused. Only admins see them: the client's answer does not tell. */
public enum Reason {
    /** The token does not exist: it never did, or it was replaced or withdrawn. */
    UNKNOWN_TOKEN,
    USED_TOKEN,
    EXPIRED_TOKEN,
    /** No account has attached the auth token. */
    UNATTACHED_TOKEN,
    /** Auth tokens are switched off. */
    SWITCHED_OFF,
    BLOCKED,
    SPACE_EXPIRED,
    WRONG_PASSWORD,
    /** The account does not exist, or has no password. */
    NO_PASSWORD,
    UNKNOWN_KEY,
    EXPIRED_KEY,
    /** The key may not be used from this address. */
    WRONG_ADDRESS,
    /** The Bearer token is invalid, or identifies no account. */
    INVALID_TOKEN,
    /** The client certificate names no account of its space. */
    INVALID_CERTIFICATE;

    /** Returns the code as the API and the database write it, in lower case. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
