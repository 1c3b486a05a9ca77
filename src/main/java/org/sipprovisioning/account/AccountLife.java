package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.InvalidInput;

/**
 * Takes the steps of an account's life that other packages observe. Fires each event before the account's row changes, so that an
 * observer that locks other rows for the account locks them first.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AccountLife {
    @Inject
    Accounts accounts;

    @Inject
    Event<AccessWithdrawn> withdrawals;

    @Inject
    Event<CredentialsReplaced> replacements;

    @Inject
    Event<AccountMove> moves;

    @Inject
    Event<IdentityChange> identityChanges;

    @Inject
    Event<AccountRemoval> removals;

    @Inject
    AuditTrail trail;

    /** Revokes the access to an account that is about to be blocked or deactivated. */
    public void withdrawAccess(Account account) {
        withdrawals.fire(new AccessWithdrawn(account));
    }

    /** Revokes what depends on the password of an account that is about to get another one. Notes the change and locks the account. */
    public void withdrawCredentials(Account account) {
        replacements.fire(new CredentialsReplaced(account));
        trail.note(account.undergoes(AuditEvent.Type.PASSWORD_CHANGED));
        accounts.lock(account);
    }

    /**
     * Sets the password for the account's present user name and realm.
     *
     * @throws InvalidInput if another credential of the account has the same user name and realm
     */
    public void setPassword(Account account, String password) {
        identityChanges.fire(new IdentityChange(account));
        account.setPassword(password);
    }

    /** Removes what belongs to the present space of an account that is about to move to another one. */
    public void leaveSpace(Account account) {
        moves.fire(new AccountMove(account));
    }

    /** Sets a new random password, which is not shown to any client: the phone gets the ha1. */
    public void resetPassword(Account account) {
        replacements.fire(new CredentialsReplaced(account));
        trail.note(account.undergoes(AuditEvent.Type.PASSWORD_RESET));
        account.resetPassword();
    }

    /** Revokes the access to an account, and deletes the account and all that refers to it. */
    public void delete(Account account) {
        withdrawAccess(account);
        removals.fire(new AccountRemoval(account));
        trail.note(account.undergoes(AuditEvent.Type.ACCOUNT_DELETED));
        accounts.remove(account);
    }
}
