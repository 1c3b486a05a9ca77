package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.NotFound;

/** What an admin does with the contacts of accounts. They see both: only a super admin joins accounts of different spaces. */
@Stateless
@RolesAllowed("admin")
public class ContactService {
    @Inject
    AccountService accounts;

    @Inject
    Contacts contacts;

    @Inject
    AuditTrail trail;

    public List<Account> list(long accountId) {
        return contacts.of(accounts.get(accountId));
    }

    /** The contact; nothing happens where it is one already. */
    public Account add(long accountId, long contactId) {
        Account account = accounts.get(accountId);
        Account contact = accounts.get(contactId);
        if (contacts.add(account, contact)) {
            trail.note(account.undergoes(AuditEvent.Type.CONTACT_ADDED)
                    .saying(contact.address().uri()));
        }
        return contact;
    }

    public void remove(long accountId, long contactId) {
        Account account = accounts.get(accountId);
        Account contact = accounts.get(contactId);
        contacts.remove(contacts.find(account, contact).orElseThrow(NotFound::new));
        trail.note(account.undergoes(AuditEvent.Type.CONTACT_REMOVED)
                .saying(contact.address().uri()));
    }
}
