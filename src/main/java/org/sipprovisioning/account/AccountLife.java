package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.InvalidInput;

/** The steps of an account's life that others hear of, before its row changes: whoever locks other rows for it locks them first. */
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

    /** Before it is blocked or deactivated. */
    public void withdrawAccess(Account account) {
        withdrawals.fire(new AccessWithdrawn(account));
    }

    /** Before it gets another password. */
    public void withdrawCredentials(Account account) {
        replacements.fire(new CredentialsReplaced(account));
        trail.note(account.undergoes(AuditEvent.Type.PASSWORD_CHANGED));
        accounts.lock(account);
    }

    /** @throws InvalidInput where another credential of the account has its name and realm */
    public void setPassword(Account account, String password) {
        identityChanges.fire(new IdentityChange(account));
        account.setPassword(password);
    }

    /** Before it moves to another space. */
    public void leaveSpace(Account account) {
        moves.fire(new AccountMove(account));
    }

    /** A new random password, which nobody is told: the phone gets its ha1. */
    public void resetPassword(Account account) {
        replacements.fire(new CredentialsReplaced(account));
        trail.note(account.undergoes(AuditEvent.Type.PASSWORD_RESET));
        account.resetPassword();
    }

    public void delete(Account account) {
        withdrawAccess(account);
        removals.fire(new AccountRemoval(account));
        trail.note(account.undergoes(AuditEvent.Type.ACCOUNT_DELETED));
        accounts.remove(account);
    }
}
