package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.NotFound;

/**
 * Lists, adds and removes the contacts of accounts for admins. The admin must manage both accounts, so only a super admin connects accounts
 * of different spaces.
 */
@Stateless
@RolesAllowed("admin")
public class ContactService {
    @Inject
    AccountService accounts;

    @Inject
    Contacts contacts;

    @Inject
    AuditTrail trail;

    /** @throws NotFound if the account does not exist or the caller does not manage it */
    public List<Account> list(long accountId) {
        return contacts.of(accounts.get(accountId));
    }

    /**
     * Adds a contact and returns it; changes nothing if it is there already.
     *
     * @throws NotFound if one of the accounts does not exist or the caller does not manage it
     */
    public Account add(long accountId, long contactId) {
        Account account = accounts.get(accountId);
        Account contact = accounts.get(contactId);
        if (contacts.add(account, contact)) {
            trail.note(account.undergoes(AuditEvent.Type.CONTACT_ADDED)
                    .saying(contact.address().uri()));
        }
        return contact;
    }

    /** @throws NotFound if there is no such contact, or the caller does not manage both accounts */
    public void remove(long accountId, long contactId) {
        Account account = accounts.get(accountId);
        Account contact = accounts.get(contactId);
        contacts.remove(contacts.find(account, contact).orElseThrow(NotFound::new));
        trail.note(account.undergoes(AuditEvent.Type.CONTACT_REMOVED)
                .saying(contact.address().uri()));
    }
}
